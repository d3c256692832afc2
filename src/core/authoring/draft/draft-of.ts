import type { Analysis } from '../../analysis/types.ts';
import { verdictOfHandshake } from '../../topology/verdict.ts';
import type { MaterialRow } from '../dropped/types.ts';
import type { GeneratedSetup } from '../types.ts';
import type { SetupDraft } from './types.ts';

/** The parts of an analysis that are shown beside the questions. */
export function draftOf(
  setup: GeneratedSetup,
  rows: readonly MaterialRow[],
  analysis: Analysis,
): SetupDraft {
  return {
    setup,
    rows,
    objects: analysis.objects.map(({ key, at }) => ({
      key,
      path: at.fileId,
      start: at.range.start,
    })),
    topology: analysis.topology,
    verdict: verdictOf(analysis),
    implementations: analysis.implementations,
  };
}

/** A setup has one connection; without any, nothing passes. */
function verdictOf({ handshakes }: Analysis): SetupDraft['verdict'] {
  const [handshake] = handshakes;
  if (handshake === undefined)
    return { verdict: 'unknown', headline: 'Not checked', connectionId: null, cause: null };
  const { connectionId, outcome, steps } = handshake;
  const decisive = steps.find(({ n }) => n === outcome.causeStep);
  return {
    verdict: verdictOfHandshake(handshake),
    headline: outcome.headline,
    connectionId,
    cause: decisive === undefined ? null : `${decisive.title}: ${decisive.summary}`,
  };
}
