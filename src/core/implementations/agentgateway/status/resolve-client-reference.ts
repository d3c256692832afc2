import {
  CLIENT_CERTIFICATE_REF,
  dataKeys,
  isObject,
  readDataValue,
  stringAt,
  valueAt,
  type Resolution,
} from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { PredictedCondition } from '../../status.ts';
import { storedObject } from '../../stored-object.ts';

/**
 * The Gateway's own check of its client certificate, which differs from that of the BackendTLSPolicy: other
 * namespaces are allowed with a grant, and the pair is not parsed.
 *
 * @returns the ResolvedRefs condition, or undefined when there is no error
 * @see agentgateway controller/pkg/agentgateway/translator/conversion.go `resolveGatewayBackendTLS`
 */
export function resolveClientReference(
  { index, references }: Pick<Resolution, 'index' | 'references'>,
  gateway: ManifestObject,
): PredictedCondition | undefined {
  const ref = valueAt(gateway.value, CLIENT_CERTIFICATE_REF);
  if (!isObject(ref)) return undefined;
  const part = (name: string): string => stringAt(ref, [name]) ?? '';
  const printed = `${part('group')}/${part('kind')}/${part('name')}.${part('namespace')}`;
  const refuse = (cause: string): PredictedCondition =>
    refused('InvalidClientCertificateRef', `invalid certificate reference ${printed}, ${cause}`);
  if (part('group') !== '' || (part('kind') !== '' && part('kind') !== 'Secret'))
    return refuse('only secret is allowed');
  const namespace = part('namespace') === '' ? gateway.namespace : part('namespace');
  const secret = storedObject(index, 'Secret', namespace, part('name'));
  if (secret === undefined) return refuse('secret not found');
  const cause = missingPair(secret);
  if (cause !== undefined) return refuse(cause);
  const denied = references.some(
    ({ kind, from, permission }) =>
      kind === 'clientCertificateRef' && from.objectId === gateway.id && permission === 'denied',
  );
  if (!denied) return undefined;
  const message = `clientCertificateRef ${part('name')}/${namespace} not accessible to a Gateway in namespace "${gateway.namespace}" (missing a ReferenceGrant?)`;
  return refused('RefNotPermitted', message);
}

function refused(reason: string, message: string): PredictedCondition {
  return { type: 'ResolvedRefs', status: 'False', reason, message };
}

/** @see agentgateway controller/pkg/agentgateway/translator/conversion.go `ExtractCertInfo` */
function missingPair(secret: ManifestObject): string | undefined {
  const [certificate, key] = [readDataValue(secret, 'tls.crt'), readDataValue(secret, 'tls.key')];
  if (certificate !== undefined && key !== undefined) {
    const filled = certificate.bytes.length > 0 && key.bytes.length > 0;
    return filled ? undefined : 'found keys "tls.crt" and "tls.key", but they were empty';
  }
  const found = dataKeys(secret);
  const listed =
    found.length < 3
      ? found.join(', ')
      : `${found.slice(0, 3).join(', ')}, and ${found.length - 3} more...`;
  return `found secret, but didn't have expected keys (tls.crt and tls.key); found: ${listed}`;
}
