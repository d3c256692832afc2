import { pkiWording } from '../findings.ts';
import type { FileProblem, UnlockResult } from './types.ts';

/** An unlock result that says why nothing was opened; the message is the problem's detail and action. */
export function failUnlock(
  reason: 'wrong-password' | 'unsupported',
  problem: FileProblem,
): UnlockResult & { ok: false } {
  const wording = pkiWording[problem.code];
  const message =
    reason === 'wrong-password'
      ? 'The password does not open this file.'
      : `${wording.title({ where: 'This file', ...problem.params })}. ${wording.action(problem.params)}`;
  return { ok: false, reason, problem, message };
}
