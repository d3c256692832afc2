import { goQuote } from './quote.ts';

/** Host as Go keeps it (with its port), or Go's error. */
export type ParsedUrl =
  { readonly ok: true; readonly host: string } | { readonly ok: false; readonly message: string };

/**
 * Go's `url.Parse`, as far as whether it fails and what the host is.
 *
 * @param text ASCII
 * @see Go 1.26 src/net/url/url.go
 */
export function parseUrl(text: string): ParsedUrl {
  const [withoutFragment = '', ...fragment] = text.split('#');
  const host = parse(withoutFragment);
  const broken = host.ok ? escapeError(fragment.join('#')) : null;
  const problem = host.ok ? broken : host.message;
  if (problem === null) return host;
  return { ok: false, message: `parse ${quote(host.ok ? text : withoutFragment)}: ${problem}` };
}

function parse(text: string): ParsedUrl {
  if (hasControlCharacter(text)) return failed('net/url: invalid control character in URL');
  if (text.startsWith(':')) return failed('missing protocol scheme');
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(text)?.[0] ?? '';
  const afterScheme = scheme === '' ? text : text.slice(scheme.length + 1);
  const [rest = ''] = afterScheme.split('?');
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { ok: true, host: '' };
    const [segment = ''] = rest.split('/');
    if (segment.includes(':')) return failed('first path segment in URL cannot contain colon');
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'));
  const path = hasAuthority ? rest.slice(2).replace(/^[^/]*/, '') : rest;
  const authority = hasAuthority ? rest.slice(2, rest.length - path.length) : '';
  const host = parseAuthority(authority);
  if (!host.ok) return host;
  const broken = escapeError(path);
  return broken === null ? host : failed(broken);
}

function parseAuthority(authority: string): ParsedUrl {
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  const user = at === -1 ? '' : authority.slice(0, at);
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) return failed('net/url: invalid userinfo');
  const port = hostPort(host);
  if (port === null) return failed("missing ']' in host");
  if (!/^(?::\d*)?$/.test(port)) return failed(`invalid port ${quote(port)} after host`);
  const name = host.slice(0, host.length - port.length);
  const wrong = /[^A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"%]/.exec(name)?.[0];
  if (wrong !== undefined) return failed(`invalid character ${quote(wrong)} in host name`);
  const broken = escapeError(user) ?? hostEscapeError(name);
  return broken === null ? { ok: true, host: unescape(host) } : failed(broken);
}

/** Octets outside ASCII, one character each, and the `%` before a zone. */
function unescape(host: string): string {
  return host.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** What stands where a port would: behind `]`, else from the last colon on. Null for an open bracket. */
function hostPort(host: string): string | null {
  if (host.startsWith('[')) {
    const end = host.lastIndexOf(']');
    return end === -1 ? null : host.slice(end + 1);
  }
  const colon = host.lastIndexOf(':');
  return colon === -1 ? '' : host.slice(colon);
}

/** In a host only octets outside ASCII may be escaped. */
function hostEscapeError(host: string): string | null {
  const broken = escapeError(host);
  if (broken !== null) return broken;
  const ascii = /%[0-7][0-9a-f]/i.exec(host)?.[0];
  return ascii === undefined || ascii === '%25' ? null : `invalid URL escape ${quote(ascii)}`;
}

function escapeError(text: string): string | null {
  const wrong = /%(?![0-9a-f]{2}).{0,2}/i.exec(text)?.[0];
  return wrong === undefined ? null : `invalid URL escape ${quote(wrong)}`;
}

function hasControlCharacter(text: string): boolean {
  return /[\u0000-\u001f\u007f]/.test(text);
}

function quote(text: string): string {
  return goQuote(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}

function failed(message: string): ParsedUrl {
  return { ok: false, message };
}
