import { builtInDefinitions, builtInKinds } from '../built-in-definitions.ts';
import { nativeKinds } from '../native/native-definitions.ts';
import type { AdmissionSettings, CustomDefinitions, KindDefinition } from '../types.ts';

/**
 * Every version of every kind that a cluster with these CRDs serves, as `admit` would ask it: a CRD of the user stands
 * before the built-in table of the same group and kind. The stable version of a kind comes first.
 */
export function knownKinds(
  settings: AdmissionSettings,
  custom?: CustomDefinitions,
): readonly KindDefinition[] {
  const builtIn = builtInKinds
    .filter(({ group, kind }) => (custom?.versionsOf(group, kind) ?? null) === null)
    .flatMap(({ group, kind }) => builtInDefinitions(group, kind, settings) ?? []);
  const native = [...nativeKinds.values()].map(({ definition }) => definition);
  return [...native, ...builtIn, ...(custom?.all ?? [])].filter(({ served }) => served);
}
