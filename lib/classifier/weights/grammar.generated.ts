// Written by `npm run train`: weights and counts only.
export const GRAMMAR_PROVENANCE = {
  data: '1cb2b35d7662946a',
  supplement: 'b53f09112a459025',
  annotations: '89f20634f93be57c',
  documents: 343,
  passages: 14605,
  organisations: 95,
  penalties: {
    work: 1000,
    stage: 1000,
  },
  crossValidated: {
    tier1: {
      macroF1: 0.74,
      accuracy: 0.791,
      mixError: 0.139,
      dominantStage: 0.892,
    },
    bothTiers: {
      macroF1: 0.74,
      accuracy: 0.791,
      mixError: 0.138,
      dominantStage: 0.892,
    },
  },
};

/** The most that grammar took from a first label's lead in any passage that was fitted on, in log-odds. */
export const GRAMMAR_REACH = 0.07;

/** By rule id: what a rule that holds in a passage adds to each output, in the order of LABELS. */
export const GRAMMAR_WEIGHTS: Readonly<Record<string, readonly number[]>> = {
  'imperative/build': [-0.003, -0.002, 0.005, -0.019],
  'imperative/market': [0.005, -0.001, -0.004, -0.011],
  'imperative/norm': [0.001, 0.006, -0.006, -0.008],
  'imperative/reader': [-0.01, 0.004, 0.006, 0.022],
  'passive/is-built': [0.004, -0.003, -0.001, -0.006],
  'passive/was-shipped': [0, 0, 0, -0.008],
  'modality/interface': [0, 0.001, -0.001, 0.005],
  'modality/interface-subject': [-0.003, 0, 0.003, -0.007],
  'user/subject-acts': [0.005, -0.001, -0.004, -0.009],
  'user/when': [-0.005, 0, 0.005, -0.011],
  'user/observed': [0.008, -0.001, -0.007, -0.013],
  'user/cannot': [0.004, 0.002, -0.006, -0.004],
  'user/hard-to': [0.008, -0.005, -0.003, 0.002],
  'choice/not-but': [0.004, 0, -0.004, -0.005],
  'goal/aim-is': [-0.004, 0.005, -0.001, 0.002],
  'people/object': [0.002, -0.005, 0.003, -0.009],
  'people/grown': [0, 0, 0, -0.011],
  'people/role-duty': [-0.005, -0.003, 0.008, -0.004],
  'people/you-at-work': [-0.002, -0.003, 0.006, -0.006],
  'people/you-role': [-0.003, 0, 0.003, 0.005],
  'norm/frequency': [0, -0.001, 0.001, -0.005],
  'prompt/question': [-0.002, -0.008, 0.01, 0.036],
  'prompt/your-thing': [-0.002, 0, 0.001, -0.008],
};
