import { toBase64 } from '../sent-bytes.ts';
import type { YamlEntry } from '../yaml-lines.ts';
import { backendTlsEntries } from './backend-tls-entries.ts';
import type { InlineTls } from './inline-tls.ts';

/** The `backendTls` message that a `tls` block of an AgentgatewayPolicy or AgentgatewayBackend becomes. */
export function inlineTlsEntries(tls: InlineTls): readonly YamlEntry[] {
  const { object, path, sni, sans, trust, clientCertificate, insecure, alpn, groups } = tls;
  return backendTlsEntries({
    ...(sni && { hostname: sni }),
    sans,
    // References that all failed leave an empty root, which trusts nothing.
    root: trust ?? toBase64(''),
    ...(clientCertificate && { certificate: clientCertificate }),
    ...(insecure && {
      insecure,
      insecureFrom: { objectId: object.id, path: [...path, 'insecureSkipVerify'] },
    }),
    ...(alpn && { alpn }),
    ...(groups && { groups }),
  });
}
