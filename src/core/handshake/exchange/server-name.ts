import type { ExchangeRequest } from './types.ts';

/** nginx strips a port from `proxy_ssl_name` before it uses the name (`ngx_http_upstream_ssl_name`). */
export function verifyNameOf(name: string): string {
  const bracket = name.startsWith('[') ? name.indexOf(']') : 0;
  const colon = name.indexOf(':', Math.max(bracket, 0));
  return colon === -1 ? name : name.slice(0, colon);
}

/** RFC 6066 §3: address literals are no server names; no gateway sends one for them. */
export function serverNameOf({ gateway }: ExchangeRequest): string | null {
  const { scheme, sendServerName } = gateway;
  const name = verifyNameOf(gateway.name);
  const isAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) || name.startsWith('[');
  return scheme === 'https' && sendServerName && name !== '' && !isAddress ? name : null;
}
