import { expect, it } from 'vitest';
import { noSuchFile } from './no-such-file.ts';

const OPENING =
  'error:80000002:system library::No such file or directory:calling fopen(/a, r) error:10000080:BIO routines::no such file';

it.each([
  [
    'nginx',
    'ssl_certificate',
    `[emerg] cannot load certificate "/a": BIO_new_file() failed (SSL: ${OPENING})`,
  ],
  [
    'nginx',
    'ssl_certificate_key',
    `[emerg] cannot load certificate key "/a": BIO_new_file() failed (SSL: ${OPENING})`,
  ],
  [
    'nginx',
    'ssl_trusted_certificate',
    `[emerg] SSL_CTX_load_verify_locations("/a") failed (SSL: ${OPENING} error:05880002:x509 certificate routines::system lib)`,
  ],
  [
    'echo-basic',
    'TLS_SERVER_CERT',
    'panic: Failed to start listening: open /a: no such file or directory',
  ],
])('%s says of a missing file that %s names what it really says', (process, directive, text) => {
  expect(noSuchFile(process, directive, '/a')).toBe(text);
});
