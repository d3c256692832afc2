import { Stopped } from '../../workers/index.ts';

/** Why storage did not take something; null when the work was only stopped and can be tried again. */
export function refusal(fault: unknown): 'full' | 'denied' | null {
  if (fault instanceof Stopped) return null;
  return fault instanceof Error && fault.name === 'QuotaExceededError' ? 'full' : 'denied';
}
