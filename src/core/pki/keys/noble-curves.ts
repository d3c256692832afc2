import { ed25519 } from '@noble/curves/ed25519.js';
import { ed448 } from '@noble/curves/ed448.js';
import { brainpoolP256r1, brainpoolP384r1, brainpoolP512r1 } from '@noble/curves/misc.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';

/** Curves of @noble/curves by the names that certificates give them; its ECDSA prehashes as X.509 asks. */
const weierstrass = new Map([
  ['P-256', p256],
  ['P-384', p384],
  ['P-521', p521],
  ['secp256k1', secp256k1],
  ['brainpoolP256r1', brainpoolP256r1],
  ['brainpoolP384r1', brainpoolP384r1],
  ['brainpoolP512r1', brainpoolP512r1],
]);

const edwards = new Map([
  ['Ed25519', ed25519],
  ['Ed448', ed448],
]);

/** ECDSA over a named curve (`P-256`, …), or null when noble has no such curve. */
export function nobleEcdsa(curve: string | undefined): typeof p256 | null {
  return weierstrass.get(curve ?? '') ?? null;
}

/** EdDSA of a family (RFC 8032), or null for other families. */
export function nobleEddsa(family: string): typeof ed25519 | null {
  return edwards.get(family) ?? null;
}
