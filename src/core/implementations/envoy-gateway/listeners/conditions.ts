import type { PredictedCondition } from '../../status.ts';

/** A reference of the listener, or of its Gateway, does not resolve. */
export function unresolved(reason: string, message: string): PredictedCondition {
  return { type: 'ResolvedRefs', status: 'False', reason, message };
}

/** The listener does not reach Envoy. */
export function notProgrammed(message: string, reason = 'Invalid'): PredictedCondition {
  return { type: 'Programmed', status: 'False', reason, message };
}

export const ACCEPTED: PredictedCondition = {
  type: 'Accepted',
  status: 'True',
  reason: 'Accepted',
  message: 'Listener has been successfully translated',
};

export const PROGRAMMED: PredictedCondition = {
  type: 'Programmed',
  status: 'True',
  reason: 'Programmed',
  message: 'Sending translated listener configuration to the data plane',
};

export const RESOLVED: PredictedCondition = {
  type: 'ResolvedRefs',
  status: 'True',
  reason: 'ResolvedRefs',
  message: 'Listener references have been resolved',
};
