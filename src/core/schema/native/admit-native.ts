import type { JsonObject } from '../../manifest/types.ts';
import { metadataErrors } from '../metadata/metadata-errors.ts';
import { admitStructurally } from '../structural/admit-structurally.ts';
import type { AdmissionError, AdmissionResult } from '../types.ts';
import { decodingMessage } from './decoding-message.ts';
import type { NativeKind } from './native-definitions.ts';

/**
 * A kind without CRD: a value of another type fails the request as a whole when it is decoded; checks follow in the
 * server's words. Source: apimachinery `serializer/json`, kubernetes `pkg/apis/core/validation`.
 */
export function admitNative(
  object: JsonObject,
  { definition, check }: NativeKind,
): AdmissionResult {
  const { errors, unknownFields, value } = admitStructurally(object, definition.schema);
  const wrongTypes = errors.filter(({ type }) => type === 'TypeInvalid');
  const checked = (): readonly AdmissionError[] => {
    const own = check(value);
    const named = own.some(({ path }) => path?.join('.') === 'metadata.name');
    const common = metadataErrors(value, definition);
    return [...common.filter(({ path }) => !named || path?.[1] !== 'name'), ...own];
  };
  const all =
    wrongTypes.length > 0
      ? wrongTypes.slice(0, 1).map((error) => decodingMessage(error, definition))
      : checked();
  return {
    status: all.length === 0 ? 'accepted' : 'rejected',
    errors: all,
    unknownFields,
    value,
    definition,
    servedVersions: [],
    warnings: [],
  };
}
