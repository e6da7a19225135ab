// Written by `npm run train`: weights and counts only.
export const GRAMMAR_PROVENANCE = {
  data: '1cb2b35d7662946a',
  supplement: '178c6fa00976c73e',
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
      macroF1: 0.741,
      accuracy: 0.792,
      mixError: 0.134,
      dominantStage: 0.915,
    },
    bothTiers: {
      macroF1: 0.741,
      accuracy: 0.792,
      mixError: 0.134,
      dominantStage: 0.915,
    },
  },
};

/** The most that grammar took from a first label's lead in any passage that was fitted on, in log-odds. */
export const GRAMMAR_REACH = 0.06;

/** By rule id: what a rule that holds in a passage adds to each output, in the order of LABELS. */
export const GRAMMAR_WEIGHTS: Readonly<Record<string, readonly number[]>> = {
  'imperative/build': [-0.001, -0.003, 0.004, -0.02],
  'imperative/people-growth': [0, 0.002, -0.002, -0.005],
  'imperative/market': [0.005, -0.001, -0.003, -0.011],
  'imperative/norm': [0.001, 0.004, -0.005, -0.01],
  'imperative/reader': [-0.009, 0.002, 0.007, 0.019],
  'passive/is-built': [0.005, -0.004, -0.001, -0.007],
  'passive/was-shipped': [0, 0, 0, -0.008],
  'modality/interface': [0.001, 0, -0.001, 0.005],
  'modality/interface-subject': [-0.003, 0, 0.003, -0.006],
  'user/subject-acts': [0.005, -0.002, -0.003, -0.008],
  'user/when': [-0.004, 0, 0.004, -0.012],
  'user/observed': [0.006, -0.001, -0.005, -0.012],
  'user/cannot': [0.003, 0.002, -0.006, -0.005],
  'user/hard-to': [0.006, -0.003, -0.003, 0.002],
  'choice/rather-than': [0.001, 0.004, -0.005, -0.002],
  'choice/not-but': [0.004, 0.001, -0.005, -0.005],
  'horizon/year': [-0.002, 0.002, -0.001, -0.005],
  'goal/aim-is': [-0.004, 0.005, -0.001, 0.002],
  'people/object': [0.002, -0.005, 0.003, -0.011],
  'people/grown': [0, -0.001, 0.001, -0.013],
  'people/role-duty': [-0.006, -0.002, 0.008, -0.006],
  'people/you-at-work': [-0.003, -0.004, 0.007, -0.008],
  'norm/we-value': [-0.002, -0.004, 0.006, 0.003],
  'norm/frequency': [0, -0.002, 0.002, -0.006],
  'norm/who-decides': [0.002, -0.001, -0.001, -0.005],
  'prompt/question': [-0.001, -0.009, 0.01, 0.033],
  'prompt/your-thing': [-0.002, 0.001, 0.001, -0.009],
};
