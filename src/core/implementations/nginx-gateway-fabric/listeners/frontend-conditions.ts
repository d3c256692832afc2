import { itemsAt, numberAt, stringAt, type Reference } from '../../../gateway-api/index.ts';
import type { Listener, Resolution } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { FieldPath } from '../../../model/index.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import { referencesAt } from '../../listeners/references-at.ts';
import type { PredictedCondition } from '../../status.ts';
import { fieldError } from '../field-error.ts';
import { resolveConfigMap, resolveListenerAuthority } from '../resolve-object.ts';
import { met, unmet } from '../status/conditions.ts';
import { readsFrontendTls } from '../versions.ts';
import { notProgrammed, type Draft } from './draft.ts';
import { isAssumed } from './is-assumed.ts';

type Known = Pick<Resolution, 'index' | 'references'>;

/**
 * Reads the CAs that clients of an HTTPS listener are verified with. One that can be used is enough; a missing
 * ReferenceGrant is told by the Gateway, too.
 *
 * @see NGF graph/gateway_listener.go `createFrontendTLSCaCertReferenceResolver`, `validateFrontendTLS` (pull request #5127)
 */
export function resolveFrontend(
  resolution: Known,
  version: string,
  gateway: ManifestObject,
  draft: Draft,
  absent: AbsentSecrets,
): void {
  const { listener, conditions, ofGateway } = draft;
  if (listener.protocol !== 'HTTPS' || !readsFrontendTls(version)) return;
  const path = frontendPath(gateway, listener);
  if (path === undefined) return;
  const all = referencesAt(resolution, gateway.id, [...path, 'caCertificateRefs']);
  const errors = all.flatMap((reference) => errorOf(resolution, path, reference, absent) ?? []);
  const denied = errors.flatMap(({ ofGateway: told }) => told ?? []);
  conditions.push(...errors.flatMap(({ ofListener }) => ofListener ?? []));
  if (denied.length > 0) conditions.push(NOT_PERMITTED);
  if (errors.length > 0 && errors.length === all.length) {
    draft.valid = false;
    conditions.push(unmet('Accepted', 'NoValidCACertificate', NONE_VALID));
    conditions.push(notProgrammed(NONE_VALID));
  }
  ofGateway.push(...denied);
  if (stringAt(gateway.value, [...path, 'mode']) === 'AllowInsecureFallback')
    ofGateway.push(INSECURE);
}

const NONE_VALID = 'All frontend TLS CA certificate refs are invalid for this listener';
const NOT_PERMITTED = unmet(
  'ResolvedRefs',
  'RefNotPermitted',
  'Frontend TLS CA certificate refs are not permitted by any ReferenceGrant',
);
const INSECURE = met(
  'InsecureFrontendValidationMode',
  'ConfigurationChanged',
  'Validation Mode: AllowInsecureFallback is set for at least one listener',
);

/** The `validation` that holds for the port; an entry of `perPort` without references gives way to `default`. */
function frontendPath(gateway: ManifestObject, { port }: Listener): FieldPath | undefined {
  const frontend = ['spec', 'tls', 'frontend'];
  const hasRefs = (path: FieldPath): boolean =>
    itemsAt(gateway.value, [...path, 'caCertificateRefs']).length > 0;
  const perPort = itemsAt(gateway.value, [...frontend, 'perPort']).map((entry, at) => ({
    path: [...frontend, 'perPort', at, 'tls', 'validation'],
    port: numberAt(entry, ['port']),
  }));
  const own = perPort.find((entry) => entry.port === port && hasRefs(entry.path));
  const path = own?.path ?? [...frontend, 'default', 'validation'];
  return hasRefs(path) ? path : undefined;
}

/** What is wrong with one reference: told by the listener, or once for all of them. */
interface AuthorityError {
  readonly ofListener?: PredictedCondition;
  readonly ofGateway?: PredictedCondition;
}

/** Kind, group, ReferenceGrant, and then what the object holds. */
function errorOf(
  { index }: Known,
  path: FieldPath,
  reference: Reference,
  absent: AbsentSecrets,
): AuthorityError | null {
  const { group, kind, namespace, name } = reference.target;
  const refuse = (reason: string, message: string): AuthorityError => ({
    ofListener: unmet('ResolvedRefs', `InvalidCACertificate${reason}`, message),
  });
  const at = printed(path);
  if (kind !== 'Secret' && kind !== 'ConfigMap')
    return refuse('Kind', fieldError.notSupported(at, kind, ['Secret', 'ConfigMap']));
  if (group !== '' && group !== 'core')
    return refuse('Kind', fieldError.notSupported(at, group, ['core', '']));
  if (reference.permission === 'denied') {
    const message = `${kind.toLowerCase()} ref ${namespace}/${name} not permitted by any ReferenceGrant`;
    return { ofGateway: unmet('ResolvedRefs', 'RefNotPermitted', message) };
  }
  if (isAssumed(index, reference, 'ca.crt', absent)) return null;
  const read = kind === 'Secret' ? resolveListenerAuthority : resolveConfigMap;
  const resolved = read(index, namespace, name);
  if (resolved.ok) return null;
  const value = { Namespace: namespace, Name: name };
  return refuse('Ref', fieldError.invalid(`${at}.caCertificateRefs`, value, resolved.message));
}

/** Steps in brackets where they are places in a list, and the first letter a capital. */
function printed(path: FieldPath): string {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
