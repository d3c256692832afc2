/** The eleven steps of the guide's sequence diagram. */
export type StepNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

export type StepState =
  'passed' | 'warning' | 'failed' | 'not-reached' | 'not-applicable' | 'not-proven' | 'not-checked';
