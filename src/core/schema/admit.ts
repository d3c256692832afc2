import { builtInDefinitions } from './built-in-definitions.ts';
import { admitNative } from './native/admit-native.ts';
import { nativeKinds } from './native/native-definitions.ts';
import { admitStructurally } from './structural/admit-structurally.ts';
import { metadataTypeErrors, unknownMetadata } from './metadata/metadata-decoding.ts';
import { metadataErrors } from './metadata/metadata-errors.ts';
import type {
  AdmissionObject,
  AdmissionResult,
  AdmissionSettings,
  CustomDefinitions,
  KindDefinition,
} from './types.ts';

/**
 * What the API server answers when this object is created, with the CRDs of `settings` and, before them, the user's
 * own. A function of its arguments alone, so that the answer can be remembered with the document.
 */
export function admit(
  object: AdmissionObject,
  settings: AdmissionSettings,
  custom?: CustomDefinitions,
): AdmissionResult {
  const result = decide(object, settings, custom);
  if (result.status === 'not-served' || result.status === 'unknown-kind') return result;
  const undecodable = metadataTypeErrors(object.value);
  if (undecodable.length > 0) return { ...result, status: 'rejected', errors: undecodable };
  const unknown = unknownMetadata(object.value);
  if (unknown.length === 0) return result;
  return { ...result, unknownFields: [...unknown, ...result.unknownFields] };
}

function decide(
  object: AdmissionObject,
  settings: AdmissionSettings,
  custom: CustomDefinitions | undefined,
): AdmissionResult {
  const { group, kind, version, value } = object;
  const native = nativeKinds.get(`${group}/${kind}`);
  if (native?.definition.version === version) return admitNative(value, native);
  const definitions = custom?.versionsOf(group, kind) ?? builtInDefinitions(group, kind, settings);
  const nothing = { errors: [], unknownFields: [], warnings: [], servedVersions: [], value };
  if (definitions === null) return { ...nothing, status: 'unknown-kind' };
  const definition = definitions.find((one) => one.version === version);
  if (!definition?.served) {
    const servedVersions = definitions.filter(({ served }) => served).map((one) => one.version);
    return { ...nothing, status: 'not-served', servedVersions, ...(definition && { definition }) };
  }
  return judge(object, definition);
}

function judge(object: AdmissionObject, definition: KindDefinition): AdmissionResult {
  const { errors, unknownFields, value } = admitStructurally(
    object.value,
    definition.schema,
    definition.statusSubresource,
  );
  const all = [...metadataErrors(value, definition), ...errors];
  const { group, version, kind } = definition;
  const apiVersion = group === '' ? version : `${group}/${version}`;
  return {
    status: all.length === 0 ? 'accepted' : 'rejected',
    errors: all,
    unknownFields,
    value,
    definition,
    servedVersions: [],
    warnings:
      definition.deprecation === undefined
        ? []
        : [definition.deprecation || `${apiVersion} ${kind} is deprecated`],
  };
}
