import { itemsAt, objectKey, readDataValue, stringAt } from '../../gateway-api/index.ts';
import type { JsonObject, ManifestObject } from '../../manifest/types.ts';
import { keyOf, type ConversionDraft } from '../conversion-draft.ts';
import { freeName } from '../free-name.ts';
import { authorityText } from '../steps/authority-text.ts';
import type { NeededSecret, OwnBlock } from './own-block.ts';

const VALIDATION = ['spec', 'validation'];

/**
 * What a BackendTLSPolicy says, as `BackendConfigPolicy.spec.tls`: SNI and names apart from each other, the CA from a Secret
 * alone, of which the key pair is not used. The client certificate is that of the Gateway either way.
 */
export function configPolicyBlock(draft: ConversionDraft, policy: ManifestObject): OwnBlock {
  const { value } = policy;
  const hostname = stringAt(value, [...VALIDATION, 'hostname']) ?? '';
  const names = itemsAt(value, [...VALIDATION, 'subjectAltNames']);
  const listed = names.map((one) => stringAt(one, ['hostname']));
  const known = listed.filter((one) => one !== undefined);
  if (known.length < listed.length) return { ok: false, reason: 'names-of-other-kinds' };
  const checked = known.length > 0 ? known : [hostname];
  const rest = { sni: hostname, verifySubjectAltNames: checked };
  if (stringAt(value, [...VALIDATION, 'wellKnownCACertificates']) === 'System') {
    const block = { wellKnownCACertificates: 'System', ...rest };
    return { ok: true, block, needs: null };
  }
  const authority = authorityOf(draft, policy);
  if (authority === null) return { ok: false, reason: 'no-ca-text' };
  return { ok: true, block: { ...authority.block, ...rest }, needs: authority.needs };
}

/** kgateway reads the first reference alone. */
function authorityOf(
  draft: ConversionDraft,
  policy: ManifestObject,
): { readonly block: JsonObject; readonly needs: NeededSecret | null } | null {
  const ref = itemsAt(policy.value, [...VALIDATION, 'caCertificateRefs'])[0];
  const kind = stringAt(ref, ['kind']) ?? '';
  const name = stringAt(ref, ['name']) ?? '';
  const { namespace } = policy;
  const holder = draft.object(objectKey('', kind, namespace, name));
  const text = holder === undefined ? null : authorityText(holder, 'kgateway');
  if (holder === undefined || text === null) return null;
  if (kind === 'Secret') return { block: secretBlock(holder), needs: null };
  const wanted = { group: '', kind: 'Secret', namespace, name };
  const known = draft.object(keyOf(wanted));
  const isSame = known !== undefined && authorityText(known, 'kgateway')?.pem === text.pem;
  if (isSame) return { block: secretBlock(known), needs: null };
  const free = freeName(draft, wanted).name;
  const needs = { name: free, namespace, pem: text.pem, origin: holder };
  return { block: { secretRef: { name: free } }, needs };
}

/** The key pair beside a CA is the Gateway's at most. */
function secretBlock(secret: ManifestObject): JsonObject {
  const isPair = readDataValue(secret, 'tls.key') !== undefined;
  return { secretRef: { name: secret.name }, ...(isPair && { simpleTLS: true }) };
}
