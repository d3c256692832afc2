import type { GoCertificateFields } from './go-certificate.ts';

const ANY = '2.5.29.37.0';

/**
 * Whether every certificate of the chain, the root included, allows the usage: by listing it, by
 * `anyExtendedKeyUsage`, or by listing nothing.
 *
 * @see Go 1.26 src/crypto/x509/verify.go `checkChainForKeyUsage`
 */
export function chainAllowsUsage(chain: readonly GoCertificateFields[], usage: string): boolean {
  return chain.every(
    ({ usages }) => usages.length === 0 || usages.includes(ANY) || usages.includes(usage),
  );
}
