import type { PredictedCondition } from '../status.ts';

/** Conditions of a listener that nothing stands against. */
export const LISTENER_READY: readonly PredictedCondition[] = [
  {
    type: 'Programmed',
    status: 'True',
    reason: 'Programmed',
    message: 'Sending translated listener configuration to the data plane',
  },
  {
    type: 'Accepted',
    status: 'True',
    reason: 'Accepted',
    message: 'Listener has been successfully translated',
  },
  {
    type: 'ResolvedRefs',
    status: 'True',
    reason: 'ResolvedRefs',
    message: 'Listener references have been resolved',
  },
];
