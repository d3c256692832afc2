/** The part of a server block that decides whether a TLS server name selects it. */
export interface NamedServer {
  readonly names: readonly string[];
  readonly isDefault: boolean;
}

/**
 * The server block that nginx takes for a TLS server name: exact name, then longest name with a leading
 * wildcard, then longest with a trailing one, then the first matching regular expression, else the default
 * server (the first one when none is marked).
 *
 * @param name the SNI, or null when the client sent none
 * @see nginx `ngx_http_ssl_servername`, `ngx_http_find_virtual_server`; https://nginx.org/en/docs/http/server_names.html
 */
export function selectServer<T extends NamedServer>(
  servers: readonly T[],
  name: string | null,
): T | undefined {
  const fallback = servers.find((server) => server.isDefault) ?? servers[0];
  if (name === null || name === '') return fallback;
  const host = name.toLowerCase().replace(/\.$/, '');
  return (
    servers.find((server) => server.names.some((one) => exactMatch(one, host))) ??
    longest(servers, host, leadingMatch) ??
    longest(servers, host, trailingMatch) ??
    servers.find((server) => server.names.some((one) => regexMatch(one, host))) ??
    fallback
  );
}

function exactMatch(pattern: string, host: string): boolean {
  const lower = pattern.toLowerCase();
  return lower === host || (lower.startsWith('.') && lower.slice(1) === host);
}

function leadingMatch(pattern: string, host: string): boolean {
  const lower = pattern.toLowerCase();
  const suffix = lower.startsWith('*.') ? lower.slice(1) : lower.startsWith('.') ? lower : null;
  return suffix !== null && host.length > suffix.length && host.endsWith(suffix);
}

function trailingMatch(pattern: string, host: string): boolean {
  const lower = pattern.toLowerCase();
  return lower.endsWith('.*') && host.startsWith(lower.slice(0, -1));
}

/** nginx uses PCRE; a pattern that JavaScript cannot read matches nothing. */
function regexMatch(pattern: string, host: string): boolean {
  if (!pattern.startsWith('~')) return false;
  try {
    return new RegExp(pattern.slice(1).replaceAll('(?P<', '(?<'), 'i').test(host);
  } catch {
    return false;
  }
}

function longest<T extends NamedServer>(
  servers: readonly T[],
  host: string,
  matches: (pattern: string, host: string) => boolean,
): T | undefined {
  let best: T | undefined;
  let length = 0;
  for (const server of servers)
    for (const pattern of server.names)
      if (pattern.length > length && matches(pattern, host)) {
        best = server;
        length = pattern.length;
      }
  return best;
}
