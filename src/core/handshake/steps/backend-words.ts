import type { Evidence, FieldRef } from '../../model/index.ts';
import type { BackendFailure, BackendLoader } from '../exchange/sides.ts';

/** How sentences about the files of a backend differ between the software that reads them. */
export interface BackendWords {
  /** As the process that loads files: `nginx loads`; null when it is not known. */
  readonly process: string | null;
  readonly pairRule: string;
  readonly trustRule: string;
  /** How the files have to be. */
  readonly format: string;
}

const OPENSSL_PEM = 'PEM as OpenSSL reads it, every block complete';
const GO_PEM = 'PEM as Go reads it, every block complete and at the start of a line';

const WORDS: Readonly<Record<BackendLoader, BackendWords>> = {
  nginx: {
    process: 'nginx',
    pairRule: 'nginx ngx_ssl_certificate',
    trustRule: 'nginx ngx_ssl_client_certificate',
    format: OPENSSL_PEM,
  },
  openssl: {
    process: 'OpenSSL',
    pairRule: 'OpenSSL SSL_CTX_use_certificate, X509_check_private_key',
    trustRule: 'OpenSSL X509_load_cert_crl_file',
    format: OPENSSL_PEM,
  },
  node: {
    process: 'Node.js',
    pairRule: 'Node.js tls.createSecureContext',
    trustRule: 'Node.js tls.createSecureContext',
    format: OPENSSL_PEM,
  },
  go: {
    process: 'Go',
    pairRule: 'Go crypto/tls X509KeyPair',
    trustRule: 'Go crypto/x509 CertPool.AppendCertsFromPEM',
    format: GO_PEM,
  },
  'echo-basic': {
    process: 'echo-basic',
    pairRule: 'Gateway API echo-basic listenAndServeTLS; Go crypto/tls X509KeyPair',
    trustRule: 'Gateway API echo-basic listenAndServeTLS; Go CertPool.AppendCertsFromPEM',
    format: GO_PEM,
  },
  unknown: {
    process: null,
    pairRule: 'RFC 8446, section 4.4.3',
    trustRule: 'RFC 5280, section 6.1',
    format: 'PEM, every block complete',
  },
};

/** The words for one kind of software. */
export function backendWords(loader: BackendLoader): BackendWords {
  return WORDS[loader];
}

/** What the software needs, and what it says or what the files hold instead. */
export function refusalEvidence(
  { loader, failure, isQuoted }: BackendFailure,
  needs: string,
  from: FieldRef | undefined,
): Evidence {
  const { process } = WORDS[loader];
  return {
    expected: { label: process === null ? 'A TLS server needs' : `${process} loads`, value: needs },
    found: {
      label: isQuoted && process !== null ? `${process} says` : 'Found',
      value: failure.text,
      ...(from && { from }),
    },
  };
}

/** What follows from files that it refuses: the process gives up, or what it does is not known. */
export function refusalText(
  { loader, failure: { text }, log, stops, role }: BackendFailure,
  backendName: string,
): string {
  const { process } = WORDS[loader];
  if (process === null)
    return `${backendName} cannot prove this certificate: ${text}. Whether it gives up at start or fails in every handshake, and what its log says, depends on its software, which is not known.`;
  if (stops === 'unknown' && role === 'trust')
    return `${process} takes no certificate from the client CA: ${text}. The program of ${backendName} either gives up at start or refuses every client certificate, and what its log says depends on it.`;
  const afterwards = log === null ? '. What its log says depends on the program.' : '';
  return `${backendName} does not start: ${text}${afterwards}`;
}
