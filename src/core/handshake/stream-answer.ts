import type { ExchangeResult } from './exchange/types.ts';
import type { HandshakeRequest } from './request.ts';

/** What the client of a TLS or TCP proxy gets in place of an answer. */
export const CLOSED = 'a closed connection';

/** A TLSRoute: the gateway passes bytes and knows no request, so it has no status to answer with. */
export function isStream({ connection }: Pick<HandshakeRequest, 'connection'>): boolean {
  return connection.routeKind === 'TLSRoute';
}

/**
 * The result without the gateway's own HTTP answer. A backend that speaks HTTP inside the stream still answers 400.
 *
 * @see nginx ngx_stream_proxy_module.c `ngx_stream_proxy_finalize`; Envoy source/common/tcp_proxy/tcp_proxy.cc `onUpstreamEvent`;
 *   recorded with nginx 1.31.3: the same error, no byte to the client
 */
export function withoutHttpAnswer(result: ExchangeResult): ExchangeResult {
  if (result.httpStatus === 400) return result;
  const { httpDetail, report, ...rest } = result;
  return {
    ...rest,
    httpStatus: null,
    httpDetail: httpDetail === null ? null : CLOSED,
    ...(report && { report: { ...report, details: null, body: null } }),
  };
}
