/** The shape of a predicted status is the Gateway API's own; controllers differ in what they fill in. */
export type * from '../gateway-api/status.ts';
