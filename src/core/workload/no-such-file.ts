/**
 * What a process that stops at a missing file writes: nginx through OpenSSL 3 (seen with nginx 1.22), or a Go program.
 *
 * @param directive what names the file: `ssl_certificate`, `TLS_SERVER_CERT`
 */
export function noSuchFile(process: string, directive: string, path: string): string {
  if (process !== 'nginx')
    return `panic: Failed to start listening: open ${path}: no such file or directory`;
  const opening = `error:80000002:system library::No such file or directory:calling fopen(${path}, r) error:10000080:BIO routines::no such file`;
  switch (directive) {
    case 'ssl_certificate':
      return `[emerg] cannot load certificate "${path}": BIO_new_file() failed (SSL: ${opening})`;
    case 'ssl_certificate_key':
      return `[emerg] cannot load certificate key "${path}": BIO_new_file() failed (SSL: ${opening})`;
    default:
      return `[emerg] SSL_CTX_load_verify_locations("${path}") failed (SSL: ${opening} error:05880002:x509 certificate routines::system lib)`;
  }
}
