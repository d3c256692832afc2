import type { KeyAlgorithm } from '../pki/index.ts';

/** What is offered, the kind that every gateway takes first. P-521 is left out: Envoy does not take it. */
export const keyAlgorithms: readonly KeyAlgorithm[] = [
  'EC P-256',
  'EC P-384',
  'RSA 2048',
  'RSA 3072',
  'RSA 4096',
  'Ed25519',
];

/** The name of a kind of key as people write it. */
export function keyTitle(algorithm: KeyAlgorithm): string {
  return algorithm.startsWith('EC ') ? `ECDSA ${algorithm.slice(3)}` : algorithm;
}

/** What is under way, for the progress line: RSA keys take seconds. */
export function keyWork(algorithm: KeyAlgorithm): string {
  return `Making an ${keyTitle(algorithm)} key`;
}
