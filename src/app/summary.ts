import type { Analysis } from '../core/analysis/types.ts';
import type { Handshake } from '../core/handshake/types.ts';
import { count, modeWords } from '../views/index.ts';

/** What the header says about a workspace: `Mutual TLS`, or how many connections of several kinds. */
export function transportSummary(analysis: Analysis | null): string {
  const modes = new Set((analysis?.connections ?? []).map((one) => one.mode));
  const [only] = modes;
  if (only === undefined) return '';
  if (modes.size === 1) return modeWords[only];
  return count(analysis?.connections.length ?? 0, 'connection');
}

/** Errors and warnings: notes explain, they are no problems. */
export function problemCount(analysis: Analysis | null): number {
  return analysis?.findings.filter((one) => one.severity !== 'note').length ?? 0;
}

/** What is read out when an edit has settled: `Fails at step 8. 7 problems.` */
export function spokenSummary(analysis: Analysis, handshake: Handshake | null): string {
  const verdict = handshake?.outcome.headline ?? 'No connection to check';
  const problems = problemCount(analysis);
  return `${verdict}. ${problems === 0 ? 'No problems' : count(problems, 'problem')}.`;
}
