import { loadTrust, type LoadFailure } from '../../../verify/loading/index.ts';
import { readPair } from './read-pair.ts';
import { otherType, refused, troubleOf, unclear } from './refusal.ts';
import type { FileLoader, Loaded } from './types.ts';

/**
 * Software that nobody has named: a key that is not the certificate's fails everywhere, where and in which words is not
 * known. Files that OpenSSL reads are taken to be read; of others nothing is said.
 */
export function unknownLoader(crypto: Crypto): FileLoader {
  return {
    pair: async (pair) => {
      const result = await readPair(pair, 0, crypto);
      if (result.ok && result.value.keyProof === 'other-type') return unusable(otherType(pair));
      if (result.ok) return { state: 'loaded', value: result.value };
      const { failure } = result;
      return failure.reason === 'key-values-mismatch' ? unusable(failure) : unclear(failure, TAKES);
    },
    clientCa: (file) => {
      const trust = loadTrust(file, 'load-verify-locations');
      if (trust.ok) return { state: 'loaded', value: trust.value };
      return unclear(trust.failure, TAKES);
    },
    first: 'pair',
  };
}

const TAKES = 'what the backend makes of it, because its software is not known';

function unusable(failure: LoadFailure): Loaded<never> {
  return refused({ ...failure, text: troubleOf(failure) }, { isQuoted: false, stops: 'unknown' });
}
