import { builtInDefinitions } from '../built-in-definitions.ts';
import { nativeKinds } from '../native/native-definitions.ts';
import type { AdmissionSettings, CustomDefinitions, KindDefinition } from '../types.ts';

/** What names a kind: `ManifestObject` is one. */
export interface KindName {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The definition that `admit` judges an object of this kind by; undefined where no CRD here has it. */
export function findKind(
  { group, version, kind }: KindName,
  settings: AdmissionSettings,
  custom?: CustomDefinitions,
): KindDefinition | undefined {
  const native = nativeKinds.get(`${group}/${kind}`)?.definition;
  if (native?.version === version) return native;
  const definitions =
    custom?.versionsOf(group, kind) ?? builtInDefinitions(group, kind, settings) ?? [];
  return definitions.find((one) => one.version === version);
}
