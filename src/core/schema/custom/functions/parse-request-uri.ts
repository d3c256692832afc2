/** The parts of an absolute URI or an absolute path, as Go's `net/url` names them. */
export interface RequestUri {
  readonly scheme: string;
  /** With the port and the brackets of an IPv6 address. */
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
}

export type ParsedRequestUri =
  { readonly ok: true; readonly url: RequestUri } | { readonly ok: false; readonly error: string };

/**
 * Go's `url.ParseRequestURI`: an absolute URI, or a path that begins with `/`.
 *
 * @see Go src/net/url/url.go
 */
export function parseRequestUri(text: string): ParsedRequestUri {
  const failed = (why: string): ParsedRequestUri => ({
    ok: false,
    error: `parse ${JSON.stringify(text)}: ${why}`,
  });
  if (text === '') return failed('empty url');
  if (hasControl(text)) return failed('net/url: invalid control character in URL');
  if (text.startsWith(':')) return failed('missing protocol scheme');
  const [whole = ''] = text.split('#');
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*(?=:)/.exec(whole)?.[0] ?? '';
  const rest = scheme === '' ? whole : whole.slice(scheme.length + 1);
  const [beforeQuery = '', ...queries] = rest.split('?');
  if (!beforeQuery.startsWith('/') && scheme === '') return failed('invalid URI for request');
  const authority = /^\/\/([^/]*)/.exec(beforeQuery)?.[1];
  const hasAuthority = authority !== undefined && (scheme !== '' || !beforeQuery.startsWith('///'));
  const host = hasAuthority ? authority.slice(authority.lastIndexOf('@') + 1) : '';
  const problem = hostProblem(host);
  if (problem !== null) return failed(problem);
  const opaque = !beforeQuery.startsWith('/');
  const path = opaque ? '' : beforeQuery.slice(hasAuthority ? authority.length + 2 : 0);
  if (/%(?![0-9A-Fa-f]{2})/.test(path)) return failed('invalid URL escape');
  const port = /:(\d*)$/.exec(host)?.[1] ?? '';
  const hostname = host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
  const url = {
    scheme: scheme.toLowerCase(),
    host,
    hostname,
    port,
    path,
    query: queries.join('?'),
  };
  return { ok: true, url };
}

function hasControl(text: string): boolean {
  return Array.from(text).some((one) => one < ' ' || one === '\x7f');
}

function hostProblem(host: string): string | null {
  if (host.startsWith('[')) {
    if (!host.includes(']')) return "missing ']' in host";
    return /^(?::\d*)?$/.test(host.slice(host.lastIndexOf(']') + 1))
      ? null
      : 'invalid port after host';
  }
  const wrong = /[^A-Za-z0-9\-_.~!$&'()*+,;=:%<>"\u0080-\u{10ffff}]/u.exec(host)?.[0];
  if (wrong !== undefined) return `invalid character ${JSON.stringify(wrong)} in host name`;
  const colon = host.indexOf(':');
  return colon === -1 || /^:\d*$/.test(host.slice(colon)) ? null : 'invalid port after host';
}
