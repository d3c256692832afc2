import type { ConversionDraft } from '../conversion-draft.ts';
import type { OwnTls } from '../source/types.ts';
import { targetTraits, type TargetTraits } from '../target-traits.ts';
import type { Place } from '../types.ts';

/** Written TLS versions are lost unless they come to what the target does anyway. */
export function loseVersions(
  draft: ConversionDraft,
  at: Place,
  { min, max }: OwnTls['versions'],
  source: TargetTraits,
): void {
  if (min === undefined && max === undefined) return;
  const target = targetTraits(draft.request.to, draft.request.version);
  const [low, high] = source.versions;
  const was = [known(min) ?? low, known(max) ?? high];
  if (was.join() === target.versions.join()) return;
  const value = `TLS ${was.join(' to ')}`;
  draft.lose('TLS-PARAMETERS', at, { target: target.title, value });
}

/** `Auto` and `AUTO` leave it to the default. */
function known(version: string | undefined): string | undefined {
  return version?.toLowerCase() === 'auto' ? undefined : version;
}
