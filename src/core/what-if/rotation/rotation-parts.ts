import type { ConnectionEnds } from '../../analysis/index.ts';
import type { Material } from '../../pki/index.ts';
import { certificatesIn, serverOf, trustOf } from '../connection-sides.ts';
import type { RotationSide } from './types.ts';

/** What a rotation changes: what is presented, and where it is trusted. */
export interface RotationParts {
  readonly chain: Material;
  readonly key: Material | undefined;
  /** The texts of the bundle; the first takes the new CA. */
  readonly trust: readonly [Material, ...Material[]];
}

/** The parts of one side, or why there is nothing to rotate. */
export function rotationParts(
  side: RotationSide,
  ends: ConnectionEnds,
): RotationParts | { readonly refusal: string } {
  const { upstream } = ends;
  if (upstream?.mode !== 'tls') return { refusal: 'The gateway opens no TLS connection here.' };
  switch (side) {
    case 'server':
      return serverParts(ends);
    case 'client':
      return clientParts(ends);
    default:
      return side satisfies never;
  }
}

function serverParts(ends: ConnectionEnds): RotationParts | { readonly refusal: string } {
  const [first, ...others] = trustOf(ends);
  const { chain, key } = serverOf(ends) ?? {};
  if (first === undefined)
    return { refusal: 'No manifest holds the CA that the gateway trusts here.' };
  if (chain === undefined || certificatesIn(chain.pem).length === 0)
    return { refusal: 'The certificate of the backend is not known: assign it first.' };
  return { chain, key, trust: [first, ...others] };
}

function clientParts(ends: ConnectionEnds): RotationParts | { readonly refusal: string } {
  const { clientCertificate } = ends.upstream ?? {};
  const { clientCa, verifyClient } = serverOf(ends) ?? {};
  if (clientCertificate === undefined || certificatesIn(clientCertificate.chain.pem).length === 0)
    return { refusal: 'The gateway presents no certificate here.' };
  if (clientCa === undefined || verifyClient === 'off')
    return { refusal: 'The backend checks no client certificate here.' };
  return { chain: clientCertificate.chain, key: clientCertificate.key, trust: [clientCa] };
}
