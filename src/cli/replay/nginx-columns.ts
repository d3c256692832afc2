import type { ExchangeResult } from '../../core/handshake/exchange/types.ts';
import type { VerifyEvent } from '../../core/verify/types.ts';
import { fieldsOf, textOf, type Fields } from './json.ts';

/** The columns of a recorded row, filled with this build's answer. */
export function nginxColumns(row: Fields, result: ExchangeResult): Fields {
  return {
    stage: result.stage,
    ok: result.ok,
    httpStatus: result.httpStatus,
    httpDetail: result.httpDetail,
    gatewayError: result.gatewayError,
    gatewayErrorCode: errorCode(result.gatewayErrorCode),
    backendError: result.backendError,
    backendErrorCode: errorCode(result.backendErrorCode),
    gatewayVerifyTrace: repeated(row, result)?.map(traceEntry) ?? null,
    backendVerifyTrace: result.backendTrace?.map(traceEntry) ?? null,
    sni: result.sni,
    hostCheck: result.hostCheck,
    tls: result.tls?.description ?? null,
    backendAccessLog: accessLog(row, result),
    gatewayLogLine: logLine(result),
  };
}

function errorCode(event: VerifyEvent | null): Fields | null {
  return event && { number: event.code, name: event.name, string: event.text };
}

function traceEntry(event: VerifyEvent): Fields {
  return { error: event.code, name: event.name, depth: event.depth };
}

/**
 * A row that says "two requests" recorded the trace of both: TLS 1.3 verifies each time, while a resumed TLS 1.2
 * session keeps the verdict of the first.
 */
function repeated(row: Fields, { gatewayTrace, tls }: ExchangeResult) {
  const twice =
    (textOf(row.description) ?? '').includes('two requests') && tls?.version === 'TLSv1.3';
  return twice && gatewayTrace !== null ? [...gatewayTrace, ...gatewayTrace] : gatewayTrace;
}

/** Only nginx backends were asked for an access log; a connection without a request leaves no line. */
function accessLog(row: Fields, { end, clientVerify, clientSubject }: ExchangeResult) {
  if (fieldsOf(row.backend).kind !== 'nginx') return null;
  if (end === 'plaintext-to-tls' || end === 'tls-to-plaintext')
    return 'ssl_client_verify=- ssl_client_subject=-';
  if (clientVerify === null) return '';
  return `ssl_client_verify=${clientVerify} ssl_client_subject=${clientSubject ?? '-'}`;
}

/** The whole line after the connection number, with the laboratory's request behind it. */
function logLine({ gatewayError, stage }: ExchangeResult): string | null {
  if (gatewayError === null || stage !== 'request') return null;
  const message = gatewayError.replace(/^\[\w+\] /, '');
  return `${message}, client: 127.0.0.1, server: secure-app.example.com, request: "GET / HTTP/1.1", upstream: "https://<pod-ip>:8443/", host: "secure-app.example.com"`;
}
