import type { Reference } from '../../../gateway-api/index.ts';
import type { Resolution } from '../../../gateway-api/types.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import { listenerCertificateRefs } from '../../listeners/references-at.ts';
import { fieldError } from '../field-error.ts';
import { resolveSecret } from '../resolve-object.ts';
import { unmet } from '../status/conditions.ts';
import { readsSeveralCertificates } from '../versions.ts';
import { refusedCertificates, type Draft } from './draft.ts';
import { isAssumed } from './is-assumed.ts';

interface SecretError {
  readonly denied: boolean;
  readonly message: string;
}

/**
 * Reads the Secrets of a listener that ends TLS: ReferenceGrant, existence, type and pair of each. Since 2.6 one that can
 * be used is enough, and a listener that lost its place is not asked.
 *
 * @see NGF graph/gateway_listener.go `createExternalReferencesForTLSSecretsResolver`, `applyCertRefErrors`
 */
export function resolveSecrets(
  { index, references }: Pick<Resolution, 'index' | 'references'>,
  version: string,
  draft: Draft,
  absent: AbsentSecrets,
): void {
  const { listener, conditions } = draft;
  const endsTls =
    listener.protocol === 'HTTPS' ||
    (listener.protocol === 'TLS' && listener.tlsMode !== 'Passthrough');
  const several = readsSeveralCertificates(version);
  if (!endsTls || (several && !draft.valid)) return;
  const all = listenerCertificateRefs({ references }, listener).slice(0, several ? undefined : 1);
  const errors = all.flatMap((reference, at) => errorOf(index, reference, at, absent) ?? []);
  if (errors.length === 0) return;
  const message = errors.map((error) => error.message).join('; ');
  const reason = errors.every(({ denied }) => denied) ? 'RefNotPermitted' : 'InvalidCertificateRef';
  if (errors.length < all.length) {
    conditions.push(unmet('ResolvedRefs', reason, message));
    return;
  }
  draft.valid = false;
  conditions.push(...refusedCertificates(reason, message));
}

function errorOf(
  index: Resolution['index'],
  reference: Reference,
  at: number,
  absent: AbsentSecrets,
): SecretError | null {
  const { namespace, name } = reference.target;
  if (reference.permission === 'denied') {
    const message = `Certificate ref to secret ${namespace}/${name} not permitted by any ReferenceGrant`;
    return { denied: true, message };
  }
  if (isAssumed(index, reference, 'tls.crt', absent)) return null;
  const resolved = resolveSecret(index, namespace, name);
  if (resolved.ok) return null;
  const value = { Namespace: namespace, Name: name };
  const message = fieldError.invalid(`tls.certificateRefs[${at}]`, value, resolved.message);
  return { denied: false, message };
}
