import { readDataValue } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { encodePem } from '../../../pki/encode-pem.ts';
import { readPrivateKey } from '../../../pki/keys/read-private-key.ts';
import type { Certificate } from '../../../pki/types.ts';
import { binaryText } from '../../../verify/der/binary-text.ts';
import { goPemBlocks, type GoPemBlock } from '../../../verify/go/pem.ts';
import { goX509KeyPair } from '../../../verify/go/x509-key-pair.ts';
import type { EnvoyGatewayContext } from '../context.ts';
import { servedChain } from './served-chain.ts';

/** Certificate and key of a Secret as far as they can be served, and what is wrong with them. */
export interface ServedPair {
  /** The first certificate, null where it cannot be read; absent when nothing can be served. */
  readonly certificate?: Certificate | null;
  readonly errors: readonly string[];
}

/**
 * Certificate and key of a Secret as Envoy Gateway parses them.
 *
 * @see Envoy Gateway internal/gatewayapi/tls.go `parseCertsFromTLSSecretsData`
 */
export function servedPair(
  { traits, at }: Pick<EnvoyGatewayContext, 'traits' | 'at'>,
  secret: ManifestObject,
): ServedPair {
  const place = `${secret.namespace}/${secret.name}`;
  const must = `${place} must contain valid tls.crt and tls.key,`;
  const blocksOf = (key: string): readonly GoPemBlock[] =>
    goPemBlocks(binaryText(readDataValue(secret, key)?.bytes ?? new Uint8Array()));
  const chain = servedChain(traits, blocksOf('tls.crt'), at);
  if (!chain.ok)
    return { errors: [`${must} unable to validate certificate in tls.crt: ${chain.message}`] };
  const { blocks, certificate, left } = chain;
  const errors =
    left.length === 0 ? [] : [`${place} has some invalid certificates: ${left.join('\n')}`];
  const keys = blocksOf('tls.key');
  const key = traits.matchesPairs ? (keys.find(isKey) ?? keys[0]) : keys[0];
  if (key === undefined)
    return { errors: [...errors, `${must} unable to decode pem data in tls.key`] };
  const cause = keyError(key);
  if (cause !== null) return { errors: [...errors, `${must} ${cause}`] };
  const mismatch = traits.matchesPairs ? goX509KeyPair(pemOf(blocks), pemOf([key])) : null;
  return mismatch === null
    ? { certificate, errors }
    : { errors: [...errors, `${place} must contain a matching tls.crt and tls.key: ${mismatch}`] };
}

function pemOf(blocks: readonly GoPemBlock[]): string {
  return blocks.map(({ type, bytes }) => encodePem(type, bytes)).join('');
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
