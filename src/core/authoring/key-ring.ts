import { encodePem, type KeyAlgorithm } from '../pki/index.ts';
import { generateKeyPair } from '../pki/issuing/generate-key-pair.ts';

/** Whose key it is. */
export type KeyRole = 'server-ca' | 'server' | 'client-ca' | 'client';

/** Keys in memory, one for each role and kind: an answer that changes a name does not make new ones. */
export interface KeyRing {
  /** The key as PKCS#8 PEM, made at the first call; null where this origin cannot make such keys. */
  readonly keyOf: (role: KeyRole, algorithm: KeyAlgorithm) => Promise<string | null>;
}

/** A ring without keys. They are in no answer of it but those that are asked for, and go with it. */
export function createKeyRing(crypto: Crypto): KeyRing {
  const keys = new Map<string, Promise<string | null>>();
  return {
    keyOf: (role, algorithm) => {
      const name = `${role} ${algorithm}`;
      const known = keys.get(name);
      if (known !== undefined) return known;
      const made = generateKeyPair(algorithm, crypto).then((pair) =>
        pair === null ? null : encodePem('PRIVATE KEY', pair.pkcs8),
      );
      keys.set(name, made);
      return made;
    },
  };
}
