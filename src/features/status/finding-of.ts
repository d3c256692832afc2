import type { RenderedFinding } from '../../core/analysis/types.ts';

/** Shorter texts stand in too many messages. */
const TELLING = 12;

/** The finding that gives a condition's message, for the field that is at fault; undefined when none does. */
export function findingOf(
  findings: readonly RenderedFinding[],
  message: string,
): RenderedFinding | undefined {
  const lower = message.toLowerCase();
  return findings.find(({ params, at }) => {
    const said = params.message;
    if (at === undefined || typeof said !== 'string' || said.length < TELLING) return false;
    return lower.includes(said.toLowerCase().replace(/\.$/, ''));
  });
}
