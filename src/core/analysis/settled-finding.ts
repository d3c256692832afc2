import type { Finding } from '../model/index.ts';

/** What a gateway says about an object that settles, for it, what the Gateway API alone calls a problem of that object. */
const SETTLED_BY: Readonly<Partial<Record<string, string>>> = {
  'CA-KEY-MISSING': 'EG-CA-OTHER-KEY',
};

/** Whether any gateway may say something that settles the finding. */
export function canBeSettled({ code }: Finding): boolean {
  return SETTLED_BY[code] !== undefined;
}

/**
 * Whether a gateway does what the finding says that it cannot.
 *
 * @param said what the gateway's own prediction found
 */
export function isSettled({ code, field }: Finding, said: readonly Finding[]): boolean {
  const answer = SETTLED_BY[code];
  return (
    answer !== undefined &&
    said.some((one) => one.code === answer && one.field?.objectId === field?.objectId)
  );
}
