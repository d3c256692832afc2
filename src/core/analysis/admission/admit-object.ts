import type { ManifestObject } from '../../manifest/types.ts';
import type { Finding, InstalledCrds } from '../../model/index.ts';
import { admissionFindings, admit, type CustomDefinitions } from '../../schema/index.ts';

/** One object as the API server takes it. */
export interface AdmittedObject {
  /** Without the fields that the server drops. */
  readonly stored: ManifestObject;
  readonly findings: readonly Finding[];
  /** Which CRDs were asked. */
  readonly custom: CustomDefinitions;
}

/**
 * Asks the API server's rules about one object. What it refuses loudly stays for the rest of the analysis, so that
 * everything wrong is seen at once; what it drops without a word is gone, because the cluster would run without it.
 */
export function admitObject(
  object: ManifestObject,
  settings: InstalledCrds,
  custom: CustomDefinitions,
): AdmittedObject {
  const result = admit(object, settings, custom);
  const isPruned = result.unknownFields.length > 0;
  return {
    stored: isPruned ? { ...object, value: result.value } : object,
    findings: admissionFindings(object, result, settings),
    custom,
  };
}
