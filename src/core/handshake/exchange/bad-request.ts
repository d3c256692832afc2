import { loaderOf } from './loaders/loader-for.ts';
import type { ExchangeEnd } from './sides.ts';
import type { EndTexts, ExchangeFacts } from './types.ts';

/** Ends at which the backend may answer the request itself, with 400. */
export type BadRequestEnd = Extract<
  ExchangeEnd,
  'plaintext-to-tls' | 'client-certificate-missing' | 'client-certificate-refused'
>;

/** Titles of nginx's own 400 pages: 497, 496 and 495 inside, 400 outside. */
const NGINX_TITLES: Readonly<Record<BadRequestEnd, string>> = {
  'plaintext-to-tls': 'The plain HTTP request was sent to HTTPS port',
  'client-certificate-missing': 'No required SSL certificate was sent',
  'client-certificate-refused': 'The SSL certificate error',
};

/** Go src/net/http/server.go `serve`. */
const GO_PLAINTEXT = 'Client sent an HTTP request to an HTTPS server';

/**
 * What the backend says in its 400; null when it closes the connection (OpenSSL and Node.js on plain HTTP, seen with 3.0.19
 * and 20.20), or when its software is not known. Only nginx takes a refused client certificate as far as HTTP.
 */
export function badRequestTitle(
  end: BadRequestEnd,
  { request: { backend } }: Pick<ExchangeFacts, 'request'>,
): string | null {
  if (end !== 'plaintext-to-tls') return NGINX_TITLES[end];
  const loader =
    backend.kind === 'nginx' || backend.kind === 'strict' ? loaderOf(backend) : 'unknown';
  switch (loader) {
    case 'nginx':
      return NGINX_TITLES[end];
    case 'go':
    case 'echo-basic':
      return GO_PLAINTEXT;
    case 'openssl':
    case 'node':
    case 'unknown':
      return null;
    default:
      return loader satisfies never;
  }
}

/** What the client gets of it through any gateway. */
export function badRequestTexts(
  end: BadRequestEnd,
  facts: ExchangeFacts,
): Pick<EndTexts, 'httpStatus' | 'httpDetail'> {
  const httpDetail = badRequestTitle(end, facts);
  return { httpStatus: httpDetail === null ? null : 400, httpDetail };
}
