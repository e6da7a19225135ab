// Written by `npm run train`: weights and counts only.
export const GRAMMAR_PROVENANCE = {
  data: '1cb2b35d7662946a',
  supplement: 'fa8855d6a86f37d5',
  documents: 343,
  passages: 14605,
  organisations: 95,
  penalties: {
    work: 10000,
    stage: 300,
  },
  crossValidated: {
    tier1: {
      macroF1: 0.736,
      accuracy: 0.785,
      mixError: 0.139,
      dominantStage: 0.898,
    },
    bothTiers: {
      macroF1: 0.735,
      accuracy: 0.785,
      mixError: 0.14,
      dominantStage: 0.898,
    },
  },
};

/** The most that grammar took from a first label's lead in any passage that was fitted on, in log-odds. */
export const GRAMMAR_REACH = 0.17;

/** By rule id: what a rule that holds in a passage adds to each output, in the order of LABELS. */
export const GRAMMAR_WEIGHTS: Readonly<Record<string, readonly number[]>> = {
  'imperative/build': [-0.018, -0.005, 0.023, -0.002],
  'imperative/people-growth': [0, 0.009, -0.009, -0.001],
  'imperative/market': [0.014, -0.006, -0.008, -0.001],
  'imperative/norm': [-0.002, 0.016, -0.014, -0.001],
  'imperative/prohibition': [-0.002, -0.011, 0.013, 0],
  'imperative/reader': [-0.043, 0.001, 0.042, 0.003],
  'passive/will-be-built': [0.007, -0.003, -0.003, 0],
  'passive/is-built': [0.014, -0.005, -0.009, -0.001],
  'modality/interface-subject': [-0.011, -0.002, 0.013, -0.001],
  'user/subject-acts': [0.017, -0.008, -0.009, 0],
  'user/when': [-0.013, -0.004, 0.017, -0.001],
  'user/observed': [0.028, -0.007, -0.022, -0.001],
  'user/cannot': [0.011, 0.005, -0.016, 0],
  'user/hard-to': [0.026, -0.014, -0.012, 0],
  'reported/speech': [0.009, -0.003, -0.006, 0],
  'result/number': [0.007, -0.005, -0.002, 0],
  'result/we-did': [0.006, -0.001, -0.004, 0],
  'date/task': [0.006, 0.007, -0.013, 0],
  'date/person-task': [0.005, -0.002, -0.002, 0],
  'choice/rather-than': [0.014, 0.001, -0.015, 0],
  'choice/not-but': [0.013, 0, -0.013, 0],
  'choice/exclusive': [-0.001, -0.005, 0.006, 0],
  'reason/because-market': [-0.005, 0.001, 0.004, 0],
  'reason/so-that-we': [0, -0.006, 0.006, 0],
  'reason/if-market': [-0.003, 0.006, -0.003, 0],
  'market/rival-acts': [-0.003, -0.008, 0.012, 0],
  'market/buyers-trend': [0.002, 0.008, -0.01, 0],
  'horizon/year': [-0.003, 0.011, -0.007, 0],
  'vision/become': [-0.003, 0.008, -0.005, 0],
  'goal/aim-is': [-0.012, 0.016, -0.004, 0],
  'goal/from-to': [-0.002, -0.006, 0.008, 0],
  'people/object': [0.004, -0.015, 0.011, -0.001],
  'people/role-duty': [-0.026, -0.003, 0.029, 0],
  'people/you-at-work': [-0.011, -0.015, 0.026, 0],
  'people/you-role': [-0.014, 0, 0.014, 0.001],
  'norm/we-value': [-0.002, -0.016, 0.018, 0],
  'norm/frequency': [0.002, -0.01, 0.009, 0],
  'norm/who-decides': [0.008, -0.003, -0.005, 0],
  'prompt/question': [0, -0.039, 0.038, 0.005],
  'prompt/your-thing': [-0.007, -0.001, 0.008, -0.001],
};
