import type { BackendServer } from './types.ts';

/**
 * The server block that nginx takes for a name in the ClientHello: the exact name, the longest `*.name`,
 * the longest `name.*`, the first regular expression that matches, else the default server.
 *
 * @param sni undefined when the client sends none
 * @see nginx ngx_http_core_module, "Server names"
 */
export function serverForSni<Server extends Pick<BackendServer, 'names' | 'isDefault'>>(
  servers: readonly Server[],
  sni: string | undefined,
): Server | undefined {
  const fallback = servers.find(({ isDefault }) => isDefault) ?? servers[0];
  if (sni === undefined || sni === '') return fallback;
  const name = sni.toLowerCase();
  const entries = servers.flatMap((server) =>
    server.names.map((pattern) => ({ server, pattern: pattern.toLowerCase(), raw: pattern })),
  );
  const exact = entries.find(({ pattern }) => pattern === name || pattern === `.${name}`);
  const leading = longest(
    entries.filter(
      ({ pattern }) => /^(?:\*\.|\.)/.test(pattern) && name.endsWith(pattern.replace(/^\*/, '')),
    ),
  );
  const trailing = longest(
    entries.filter(
      ({ pattern }) => pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1)),
    ),
  );
  const regex = entries.find(({ raw }) => raw.startsWith('~') && matches(raw.slice(1), name));
  return (exact ?? leading ?? trailing ?? regex)?.server ?? fallback;
}

function longest<Entry extends { readonly pattern: string }>(
  entries: readonly Entry[],
): Entry | undefined {
  return [...entries].sort((a, b) => b.pattern.length - a.pattern.length)[0];
}

/** PCRE that JavaScript cannot read matches nothing here. */
function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern.replace(/\(\?P</g, '(?<'), 'i').test(name);
  } catch {
    return false;
  }
}
