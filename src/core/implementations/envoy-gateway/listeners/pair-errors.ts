import { readDataValue } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { encodePem } from '../../../pki/encode-pem.ts';
import { readPrivateKey } from '../../../pki/keys/read-private-key.ts';
import type { Certificate } from '../../../pki/types.ts';
import { binaryText } from '../../../verify/der/binary-text.ts';
import { goParseCertificate } from '../../../verify/go/parse-certificate.ts';
import { goPemBlocks, type GoPemBlock } from '../../../verify/go/pem.ts';
import { goX509KeyPair } from '../../../verify/go/x509-key-pair.ts';
import type { EnvoyGatewayTraits } from '../traits.ts';

/** A pair that can be served, with its first certificate as far as it can be read, or what is wrong with it. */
export type ServedPair =
  | { readonly ok: true; readonly certificate: Certificate | null }
  | { readonly ok: false; readonly message: string };

/**
 * Certificate and key of a Secret as Envoy Gateway parses them. Dates, which it compares too, are not looked at.
 *
 * @see Envoy Gateway internal/gatewayapi/tls.go `parseCertsFromTLSSecretsData`
 */
export function servedPair(
  { matchesPairs }: EnvoyGatewayTraits,
  secret: ManifestObject,
): ServedPair {
  const place = `${secret.namespace}/${secret.name}`;
  const fail = (cause: string): ServedPair => ({
    ok: false,
    message: `${place} must contain valid tls.crt and tls.key, ${cause}`,
  });
  const [chain, keys] = ['tls.crt', 'tls.key'].map((key) =>
    goPemBlocks(binaryText(readDataValue(secret, key)?.bytes ?? new Uint8Array())),
  );
  const parsed = parseChain(chain ?? [], matchesPairs);
  if (!parsed.ok) return fail(`unable to validate certificate in tls.crt: ${parsed.message}`);
  const key = matchesPairs ? (keys?.find(isKey) ?? keys?.[0]) : keys?.[0];
  if (key === undefined) return fail('unable to decode pem data in tls.key');
  const cause = keyError(key);
  if (cause !== null) return fail(cause);
  if (!matchesPairs) return parsed;
  const text = (blocks: readonly GoPemBlock[]): string =>
    blocks.map(({ type, bytes }) => encodePem(type, bytes)).join('');
  const mismatch = goX509KeyPair(text(chain ?? []), text([key]));
  return mismatch === null
    ? parsed
    : { ok: false, message: `${place} must contain a matching tls.crt and tls.key: ${mismatch}` };
}

/** Since 1.9 every block of the chain has to be a certificate, before it the first one. */
function parseChain(blocks: readonly GoPemBlock[], all: boolean): ServedPair {
  const parsed = blocks.slice(0, all ? undefined : 1).map(({ bytes }) => goParseCertificate(bytes));
  const [first] = parsed;
  if (first === undefined)
    return { ok: false, message: 'unable to decode pem data for certificate' };
  return parsed.find((one) => !one.ok) ?? first;
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['PRIVATE KEY', 'PKCS8'],
  ['RSA PRIVATE KEY', 'PKCS1'],
  ['EC PRIVATE KEY', 'EC'],
]);

function isKey({ type }: GoPemBlock): boolean {
  return FORMATS.has(type);
}

/** A key that was taken out of the files is taken to be right. */
function keyError({ type, bytes }: GoPemBlock): string | null {
  const { state } = readPrivateKey(bytes);
  if (state === 'removed') return null;
  const format = FORMATS.get(type);
  if (format === undefined)
    return `${type} key format found in tls.key, supported formats are PKCS1, PKCS8 or EC`;
  return state === 'plain' ? null : `unable to parse ${format} formatted private key in tls.key`;
}
