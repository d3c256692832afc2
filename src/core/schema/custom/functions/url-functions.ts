import { failsWith, freeFunction, gives, method } from '../cel/cel-function.ts';
import type { CelFunction, CelOutcome } from '../cel/cel-function.ts';
import { asObject } from '../cel/cel-value.ts';
import type { CelValue } from '../cel/cel-value.ts';
import { parseRequestUri } from './parse-request-uri.ts';
import type { RequestUri } from './parse-request-uri.ts';

/**
 * `url`, `isURL` and the parts of a URL.
 *
 * @see k8s.io/apiserver pkg/cel/library/urls.go
 */
export const urlFunctions: readonly CelFunction[] = [
  freeFunction('isURL', 1, ([text]) =>
    typeof text === 'string' ? gives(parseRequestUri(text).ok) : null,
  ),
  freeFunction('url', 1, ([text]) => (typeof text === 'string' ? toUrl(text) : null)),
  part('getScheme', (url) => url.scheme),
  part('getHost', (url) => url.host),
  part('getHostname', (url) => url.hostname),
  part('getPort', (url) => url.port),
  part('getEscapedPath', (url) =>
    url.path.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent),
  ),
  part('getQuery', (url) => queryOf(url.query)),
];

function toUrl(text: string): CelOutcome {
  const parsed = parseRequestUri(text);
  return parsed.ok
    ? gives({ celType: 'net.url', fields: { text } })
    : failsWith(`URL parse error during conversion from string: ${parsed.error}`);
}

function part(name: string, read: (url: RequestUri) => CelValue): CelFunction {
  return method(name, 0, ([receiver]) => {
    const text = asObject(receiver, 'net.url')?.fields.text;
    const parsed = typeof text === 'string' ? parseRequestUri(text) : null;
    return parsed?.ok ? gives(read(parsed.url)) : null;
  });
}

function queryOf(query: string): CelValue {
  const lists = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = lists.get(name);
    if (before === undefined) lists.set(name, [value]);
    else before.push(value);
  }
  return lists;
}
