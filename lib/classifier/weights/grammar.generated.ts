// Written by `npm run train`: weights and counts only.
export const GRAMMAR_PROVENANCE = {
  data: '1cb2b35d7662946a',
  supplement: '178c6fa00976c73e',
  documents: 343,
  passages: 14605,
  organisations: 95,
  penalties: {
    work: 1000,
    stage: 1000,
  },
  crossValidated: {
    tier1: {
      macroF1: 0.736,
      accuracy: 0.787,
      mixError: 0.138,
      dominantStage: 0.898,
    },
    bothTiers: {
      macroF1: 0.736,
      accuracy: 0.787,
      mixError: 0.138,
      dominantStage: 0.898,
    },
  },
};

/** The most that grammar took from a first label's lead in any passage that was fitted on, in log-odds. */
export const GRAMMAR_REACH = 0.07;

/** By rule id: what a rule that holds in a passage adds to each output, in the order of LABELS. */
export const GRAMMAR_WEIGHTS: Readonly<Record<string, readonly number[]>> = {
  'imperative/build': [-0.006, -0.002, 0.009, -0.023],
  'imperative/people-growth': [0, 0.003, -0.003, -0.006],
  'imperative/market': [0.004, -0.002, -0.003, -0.013],
  'imperative/norm': [0, 0.005, -0.004, -0.009],
  'imperative/reader': [-0.013, 0.001, 0.012, 0.028],
  'passive/will-be-built': [0.002, -0.001, -0.001, -0.005],
  'passive/is-built': [0.005, -0.004, -0.001, -0.008],
  'passive/was-shipped': [0.001, 0, 0, -0.01],
  'modality/interface': [0, 0, -0.001, 0.005],
  'modality/interface-subject': [-0.004, 0, 0.004, -0.007],
  'user/subject-acts': [0.005, -0.002, -0.003, -0.005],
  'user/when': [-0.004, -0.001, 0.005, -0.01],
  'user/observed': [0.008, -0.002, -0.006, -0.012],
  'user/cannot': [0.004, 0.002, -0.005, -0.004],
  'user/hard-to': [0.008, -0.004, -0.004, 0.001],
  'choice/rather-than': [0.004, 0.001, -0.005, -0.003],
  'choice/not-but': [0.005, 0, -0.004, -0.005],
  'goal/aim-is': [-0.004, 0.005, -0.001, 0.001],
  'people/object': [0.001, -0.005, 0.004, -0.008],
  'people/grown': [0, 0, 0, -0.011],
  'people/role-duty': [-0.008, -0.001, 0.009, -0.007],
  'people/you-at-work': [-0.004, -0.004, 0.008, -0.006],
  'people/you-role': [-0.004, 0, 0.004, 0.005],
  'norm/we-value': [-0.001, -0.005, 0.005, 0.003],
  'prompt/question': [0, -0.011, 0.011, 0.025],
  'prompt/your-thing': [-0.002, 0, 0.002, -0.009],
};
