import { asciiLower } from './ascii-lower.ts';
import type { SubtreeMatch } from './match-subtrees.ts';

/**
 * `v3_ncons.c: nc_uri`: the host of the URI equals the base, or ends with it when the base begins with a dot.
 * A URI without `scheme://host` is error 53.
 */
export function matchUri(name: string, base: string, release: '3.0' | '3.5'): SubtreeMatch {
  const host = release === '3.0' ? hostBeforeOpenssl32(name) : hostOfUrl(name);
  if (!host) return 53;
  const [lowerHost, lowerBase] = [asciiLower(host), asciiLower(base)];
  if (base.startsWith('.')) {
    return host.length > base.length && lowerHost.endsWith(lowerBase) ? 0 : 47;
  }
  return lowerHost === lowerBase ? 0 : 47;
}

/** Up to 3.1: between the first `://` (at the first colon) and the next `:` or, failing that, `/`. */
function hostBeforeOpenssl32(uri: string): string | null {
  const colon = uri.indexOf(':');
  if (colon < 0 || uri.slice(colon + 1, colon + 3) !== '//') return null;
  const rest = uri.slice(colon + 3);
  const port = rest.indexOf(':');
  const end = port >= 0 ? port : rest.indexOf('/');
  return end >= 0 ? rest.slice(0, end) : rest;
}

/** From 3.2: `crypto/http/http_lib.c: OSSL_parse_url`, user information cut off, brackets of IPv6 too. */
function hostOfUrl(uri: string): string | null {
  const match =
    /^[^:/?#]+:\/\/(?:[^@/?#]*@)?(?:\[([^\]]*)\]|([^:/?#]*))(?::\d{1,5})?(?=$|[/?#])/.exec(uri);
  return match ? (match[1] ?? match[2] ?? null) : null;
}
