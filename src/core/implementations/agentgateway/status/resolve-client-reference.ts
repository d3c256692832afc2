import {
  CLIENT_CERTIFICATE_REF,
  createGrantChecker,
  isObject,
  stringAt,
  valueAt,
  type ObjectIndex,
} from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { PredictedCondition } from '../../status.ts';
import { secretReference } from '../listeners/secret-reference.ts';

/**
 * The Gateway's own check of its client certificate, which differs from that of the BackendTLSPolicy: other
 * namespaces are allowed with a grant, and the pair is not parsed.
 *
 * @param owner whose listeners tell it: the Gateway, or a ListenerSet, from whose namespace it is then looked up
 * @returns the ResolvedRefs condition, or undefined when there is no error
 * @see agentgateway controller/pkg/agentgateway/translator/conversion.go `resolveGatewayBackendTLS`
 */
export function resolveClientReference(
  index: ObjectIndex,
  gateway: ManifestObject,
  owner = gateway,
): PredictedCondition | undefined {
  const ref = valueAt(gateway.value, CLIENT_CERTIFICATE_REF);
  if (!isObject(ref)) return undefined;
  const found = secretReference(index, ref, owner.namespace);
  if (found.kind === 'broken') return refused('InvalidClientCertificateRef', found.message);
  const { group, kind, namespace } = owner;
  if (found.namespace === namespace) return undefined;
  const name = stringAt(ref, ['name']) ?? '';
  const target = { group: '', kind: 'Secret', namespace: found.namespace, name };
  if (createGrantChecker(index)({ group, kind, namespace }, target)) return undefined;
  const message = `clientCertificateRef ${name}/${found.namespace} not accessible to a Gateway in namespace "${namespace}" (missing a ReferenceGrant?)`;
  return refused('RefNotPermitted', message);
}

/** Whether a condition is about that certificate. Every reference without a grant has the same reason. */
export function isOfClientCertificate({
  reason,
  message,
}: Pick<PredictedCondition, 'reason' | 'message'>): boolean {
  return (
    reason === 'InvalidClientCertificateRef' ||
    (reason === 'RefNotPermitted' && message.startsWith('clientCertificateRef '))
  );
}

function refused(reason: string, message: string): PredictedCondition {
  return { type: 'ResolvedRefs', status: 'False', reason, message };
}
