import { objectAt } from '../gateway-api/index.ts';
import type { ManifestObject } from '../manifest/types.ts';
import { DEFAULT_CRDS } from '../model/index.ts';
import { admit } from '../schema/index.ts';
import type { ObjectName } from './find-object.ts';
import type { EditSource } from './types.ts';

const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;

/**
 * Why an object cannot have this name, in the words of the API server where it knows the kind; null when it can.
 *
 * @param like a definition of the object, where there is one
 */
export function nameFault(
  name: string,
  target: ObjectName,
  like: ManifestObject | undefined,
  { workspace }: EditSource,
): string | null {
  if (name === '') return 'A name is needed.';
  const said = like === undefined ? null : serverFault(name, like, workspace.options.crds);
  if (said !== null) return said;
  const isLabel = target.group === '' && target.kind === 'Namespace';
  if (isLabel) return namespaceFault(name);
  if (name.length > 253) return 'A name has at most 253 characters.';
  return SUBDOMAIN.test(name)
    ? null
    : 'A name consists of lower case letters, digits, "-" and ".", and begins and ends with a letter or digit.';
}

/** Why a namespace cannot have this name (RFC 1123 label); null when it can. */
export function namespaceFault(name: string): string | null {
  if (name === '') return 'A name is needed.';
  if (name.length > 63) return 'The name of a namespace has at most 63 characters.';
  return LABEL.test(name)
    ? null
    : 'The name of a namespace consists of lower case letters, digits and "-", and begins and ends with a letter or digit.';
}

function serverFault(
  name: string,
  { group, version, kind, value }: ManifestObject,
  crds = DEFAULT_CRDS,
): string | null {
  const renamed = { ...value, metadata: { ...objectAt(value, ['metadata']), name } };
  const { errors } = admit({ group, version, kind, value: renamed }, crds);
  return errors.find(({ path }) => path?.join('.') === 'metadata.name')?.message ?? null;
}
