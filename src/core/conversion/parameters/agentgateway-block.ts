import {
  CLIENT_CERTIFICATE_REF,
  isObject,
  itemsAt,
  objectKey,
  readDataValue,
  stringAt,
  valueAt,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import type { OwnBlock } from './own-block.ts';

const VALIDATION = ['spec', 'validation'];

/**
 * What a BackendTLSPolicy and the Gateways say, as `AgentgatewayPolicy.spec.backend.tls`, which does not ask the Gateway for the
 * client certificate.
 *
 * @param gateways keys of those that reach the backend
 */
export function agentgatewayBlock(
  draft: ConversionDraft,
  policy: ManifestObject,
  gateways: readonly string[],
): OwnBlock {
  const { value, namespace } = policy;
  const sni = stringAt(value, [...VALIDATION, 'hostname']) ?? '';
  const names = itemsAt(value, [...VALIDATION, 'subjectAltNames']).flatMap(
    (one) => stringAt(one, ['hostname']) ?? stringAt(one, ['uri']) ?? [],
  );
  const client = clientOf(draft, namespace, gateways);
  if (client === null) return { ok: false, reason: 'client-elsewhere' };
  const refs = itemsAt(value, [...VALIDATION, 'caCertificateRefs']);
  if (refs.length > 1) return { ok: false, reason: 'several-authorities' };
  if (refs.length === 0 && client !== '' && mayHoldAuthority(draft, namespace, client))
    return { ok: false, reason: 'authority-of-client' };
  const authorities = refs.map((ref) => ({ name: stringAt(ref, ['name']) ?? '' }));
  const block = {
    ...(authorities.length > 0 && { caCertificateRefs: authorities }),
    ...(client !== '' && { mtlsCertificateRef: [{ name: client }] }),
    sni,
    ...(names.length > 0 && { verifySubjectAltNames: names }),
  };
  return { ok: true, block, needs: null };
}

/** Name of the Secret that all Gateways present; empty when none presents any, null when they differ or it lies elsewhere. */
function clientOf(
  draft: ConversionDraft,
  namespace: string,
  gateways: readonly string[],
): string | null {
  const found = gateways.map((key) => {
    const gateway = draft.object(key);
    const ref = valueAt(gateway?.value, CLIENT_CERTIFICATE_REF);
    if (gateway === undefined || !isObject(ref)) return '';
    const own = stringAt(ref, ['namespace']) ?? gateway.namespace;
    return own === namespace ? (stringAt(ref, ['name']) ?? '') : null;
  });
  const [first = ''] = found;
  return found.every((one) => one === first) ? first : null;
}

function mayHoldAuthority(draft: ConversionDraft, namespace: string, name: string): boolean {
  const secret = draft.object(objectKey('', 'Secret', namespace, name));
  return secret === undefined || readDataValue(secret, 'ca.crt') !== undefined;
}
