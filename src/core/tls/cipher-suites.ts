/** One cipher suite with what decides whether it can be used. */
export interface CipherSuite {
  readonly name: string;
  readonly keyExchange: 'ECDH' | 'RSA';
  readonly authentication: 'RSA' | 'ECDSA';
  readonly encryption: string;
  readonly mac: string;
}

const AEAD = [
  ['AES256-GCM-SHA384', 'AESGCM(256)', 'AEAD'],
  ['CHACHA20-POLY1305', 'CHACHA20/POLY1305(256)', 'AEAD'],
  ['AES128-GCM-SHA256', 'AESGCM(128)', 'AEAD'],
] as const;

const CBC = [
  ['AES256-SHA384', 'AES(256)', 'SHA384'],
  ['AES128-SHA256', 'AES(128)', 'SHA256'],
  ['AES256-SHA', 'AES(256)', 'SHA1'],
  ['AES128-SHA', 'AES(128)', 'SHA1'],
] as const;

const RSA_KEY_EXCHANGE = [
  ['AES256-GCM-SHA384', 'AESGCM(256)', 'AEAD'],
  ['AES128-GCM-SHA256', 'AESGCM(128)', 'AEAD'],
  ['AES256-SHA256', 'AES(256)', 'SHA256'],
  ['AES128-SHA256', 'AES(128)', 'SHA256'],
  ['AES256-SHA', 'AES(256)', 'SHA1'],
  ['AES128-SHA', 'AES(128)', 'SHA1'],
] as const;

/**
 * TLS 1.2 suites in the order of OpenSSL's DEFAULT list. Suites with finite-field Diffie-Hellman are left out:
 * nginx offers them only with `ssl_dhparam`.
 */
export const TLS12_SUITES: readonly CipherSuite[] = [
  ...[...AEAD, ...CBC].flatMap(([name, encryption, mac]) =>
    (['ECDSA', 'RSA'] as const).map((authentication) => ({
      name: `ECDHE-${authentication}-${name}`,
      keyExchange: 'ECDH' as const,
      authentication,
      encryption,
      mac,
    })),
  ),
  ...RSA_KEY_EXCHANGE.map(([name, encryption, mac]) => ({
    name,
    keyExchange: 'RSA' as const,
    authentication: 'RSA' as const,
    encryption,
    mac,
  })),
];

/**
 * The TLS 1.2 suites that an OpenSSL cipher string leaves, in its order. Named suites count as they stand;
 * any class keyword (`DEFAULT`, `HIGH`, …) stands for the whole default list; `!NAME` and `-NAME` remove.
 *
 * @param text value of `ssl_ciphers` or `proxy_ssl_ciphers`; absent means `DEFAULT`
 */
export function suitesOf(text: string | undefined): readonly CipherSuite[] {
  const tokens = (text ?? 'DEFAULT').split(/[:\s,]+/).filter((token) => token !== '');
  const chosen: CipherSuite[] = [];
  for (const token of tokens) {
    if (/^[!+-]|^@/.test(token)) continue;
    const named = TLS12_SUITES.filter((suite) => suite.name === token);
    const added = named.length > 0 ? named : isClass(token) ? TLS12_SUITES : [];
    chosen.push(...added.filter((suite) => !chosen.includes(suite)));
  }
  const removed = new Set(
    tokens.filter((token) => /^[!-]/.test(token)).map((token) => token.slice(1)),
  );
  return chosen.filter((suite) => !isRemoved(suite, removed));
}

/** Suites by name, in the order given; names that are not known are passed over. */
export function suitesNamed(names: readonly string[]): readonly CipherSuite[] {
  return names.flatMap((name) => TLS12_SUITES.filter((suite) => suite.name === name));
}

function isClass(token: string): boolean {
  return !token.includes('-') && !/^(?:TLS_|a?NULL$|e?NULL$|RC4|3?DES|MD5|EXP)/.test(token);
}

function isRemoved(suite: CipherSuite, removed: ReadonlySet<string>): boolean {
  return (
    removed.has(suite.name) ||
    (removed.has('kRSA') && suite.keyExchange === 'RSA') ||
    (removed.has('aRSA') && suite.authentication === 'RSA') ||
    (removed.has('aECDSA') && suite.authentication === 'ECDSA') ||
    (removed.has('SHA') && suite.mac === 'SHA1')
  );
}
