import { securityLevelOf } from '../../../tls/security-level.ts';
import {
  isCertificateLabel,
  readCertificates,
  type LoadFailure,
} from '../../../verify/loading/index.ts';
import { readPair } from './read-pair.ts';
import { refused, refusedInOurWords, unclear } from './refusal.ts';
import type { FileLoader, Loaded } from './types.ts';

/**
 * A server on Node.js. `tls.createSecureContext` throws the oldest entry of OpenSSL's error queue; of `ca` it takes what
 * stands before the first block that it cannot read, and says nothing (seen with Node 20.20).
 *
 * @see Node.js src/crypto/crypto_context.cc `SecureContext::SetCert`, `SetKey`, `AddCACert`
 */
export function nodeLoader(crypto: Crypto): FileLoader {
  return {
    pair: async (pair, { ciphers }) => {
      const result = await readPair(pair, securityLevelOf(ciphers), crypto);
      return result.ok ? { state: 'loaded', value: result.value } : pairRefusal(result.failure);
    },
    clientCa: (file) => {
      const { certificates, stop } = readCertificates(file.pem, isCertificateLabel);
      const isWhole = stop === 'no-start-line' && certificates.length > 0;
      const remark = `Node.js takes the certificates in ${file.path} up to the first block that it cannot read, without a word.`;
      return { state: 'loaded', value: certificates, ...(!isWhole && { remark }) };
    },
    first: 'trust',
  };
}

function pairRefusal(failure: LoadFailure): Loaded<never> {
  if (failure.reason === 'private-key-encrypted')
    return unclear(failure, 'whether the program has its passphrase');
  const [text] = /error:[0-9A-F]{8}:[^:]+::[^:)]+?(?=:| error:|\))/.exec(failure.text) ?? [];
  return text === undefined ? refusedInOurWords(failure) : refused({ ...failure, text });
}
