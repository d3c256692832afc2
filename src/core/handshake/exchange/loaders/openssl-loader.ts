import { securityLevelOf } from '../../../tls/security-level.ts';
import {
  isCertificateLabel,
  KEY_VALUES_MISMATCH,
  loadTrust,
  readCertificates,
  SECURITY_REFUSALS,
  type LoadedFile,
  type LoadFailure,
} from '../../../verify/loading/index.ts';
import { readPair } from './read-pair.ts';
import { otherType, refused, refusedInOurWords, unclear } from './refusal.ts';
import type { BlockPair, FileLoader, Loaded } from './types.ts';

/** `openssl s_server` 3.0.19. */
const OTHER_TYPE = 'Private key does not match the certificate public key';

/**
 * A program on OpenSSL. What the library itself says is quoted: of a pair that does not match, of weak keys and digests,
 * and of a client CA. How certificate and key are read is the program's choice, and so are its words for it.
 *
 * @see OpenSSL `X509_check_private_key`, `SSL_CTX_use_certificate`, `X509_load_cert_crl_file`; apps/s_server.c
 */
export function opensslLoader(crypto: Crypto): FileLoader {
  return {
    pair: async (pair, { ciphers }) => {
      const result = await readPair(pair, securityLevelOf(ciphers), crypto);
      if (!result.ok) return pairRefusal(pair, result.failure);
      if (result.value.keyProof === 'other-type') return refused(otherType(pair, OTHER_TYPE));
      return { state: 'loaded', value: result.value };
    },
    clientCa: (file) => {
      const trust = loadTrust(file, 'load-verify-locations');
      if (trust.ok) return { state: 'loaded', value: trust.value };
      const queue = /\(SSL: (.*)\)$/s.exec(trust.failure.text)?.[1];
      return queue === undefined
        ? refusedInOurWords(trust.failure)
        : refused({ ...trust.failure, text: queue });
    },
    first: 'pair',
  };
}

function pairRefusal(pair: BlockPair, failure: LoadFailure): Loaded<never> {
  switch (failure.reason) {
    case 'key-values-mismatch':
      return refused({ ...failure, text: KEY_VALUES_MISMATCH });
    case 'ee-key-too-small':
    case 'ca-key-too-small':
    case 'ca-md-too-weak':
      return refused({ ...failure, text: SECURITY_REFUSALS[failure.reason] });
    case 'private-key-encrypted':
      return unclear(failure, 'whether the program knows its password');
    case 'no-private-key':
      return isDer(pair.key) ? unclear(failure, READS) : refusedInOurWords(failure);
    case 'no-certificate':
    case 'damaged-block':
    case 'not-a-certificate':
    case 'no-client-ca':
      return isDer(pair.certificate) || holdsCertificate(pair.certificate)
        ? unclear(failure, READS)
        : refusedInOurWords(failure);
    default:
      return failure.reason satisfies never;
  }
}

const READS = 'whether a program on OpenSSL takes the file, which depends on how it reads it';

/** A SEQUENCE with a length in its own octets: some programs read DER as well. */
function isDer(file: LoadedFile | undefined): boolean {
  return file?.pem.startsWith('0') === true && file.pem.charCodeAt(1) >= 0x80;
}

/** Whether a sound certificate stands before the trouble. */
function holdsCertificate({ pem }: LoadedFile): boolean {
  return readCertificates(pem, isCertificateLabel).certificates.length > 0;
}
