import { decodeKubernetesBase64 } from '../../gateway-api/index.ts';
import { binaryText } from '../../verify/der/binary-text.ts';
import { goParseCertificate } from '../../verify/go/parse-certificate.ts';
import { goPemBlocks } from '../../verify/go/pem.ts';

/** What the control plane says to CA data; `bundle` is what it writes into the file nginx reads. */
export type CaAdmission =
  | { readonly ok: true; readonly bundle: Uint8Array }
  | { readonly ok: false; readonly message: string };

/**
 * NGINX Gateway Fabric's check of `ca.crt`: base64 around the PEM is taken off, the first PEM block must be
 * a certificate that Go parses; later blocks, dates and the CA bit are not looked at.
 *
 * @see NGF graph/shared/secrets/secrets.go `ValidateCA`, graph `getCertRefBundleData`
 */
export function validateCa(bytes: Uint8Array): CaAdmission {
  const decoded = decodeKubernetesBase64(binaryText(bytes));
  const bundle = decoded.ok ? decoded.bytes : bytes;
  const needs = 'the data field "ca.crt" must hold a valid CERTIFICATE PEM block';
  const [block] = goPemBlocks(binaryText(bundle));
  if (block === undefined) return { ok: false, message: needs };
  if (block.type !== 'CERTIFICATE')
    return { ok: false, message: `${needs}, but got "${block.type}"` };
  const parsed = goParseCertificate(block.bytes);
  return parsed.ok
    ? { ok: true, bundle }
    : { ok: false, message: `failed to validate certificate: ${parsed.message}` };
}

/**
 * The verdict on the `ca.crt` of a ConfigMap; an empty value counts as missing.
 *
 * @see NGF state/resolver/configmaps.go `validate`
 */
export function admitCaBundle(bytes: Uint8Array): CaAdmission {
  return bytes.length === 0
    ? { ok: false, message: 'ConfigMap does not have the data or binaryData field ca.crt' }
    : validateCa(bytes);
}
