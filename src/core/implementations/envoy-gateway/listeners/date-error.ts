import type { Certificate } from '../../../pki/types.ts';

/** Why a certificate does not hold on a date: in the words of 1.5, and in those with the date itself. */
export interface DateError {
  readonly short: 'expired' | 'not yet valid';
  readonly since: string;
}

/** Both borders belong to the time in which it holds. */
export function dateError({ notBefore, notAfter }: Certificate, at: number): DateError | null {
  if (notAfter.epoch !== null && at > notAfter.epoch)
    return { short: 'expired', since: `has expired since ${goTime(notAfter.epoch)}` };
  if (notBefore.epoch !== null && at < notBefore.epoch)
    return { short: 'not yet valid', since: `will be valid after ${goTime(notBefore.epoch)}` };
  return null;
}

/** A time of whole seconds in UTC as Go prints it. @see Go time `Time.String` */
function goTime(epoch: number): string {
  return `${new Date(epoch).toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`;
}
