import { webcrypto } from 'node:crypto';
import { runExchange } from '../../core/handshake/exchange/run-exchange.ts';
import type { ExchangeResult } from '../../core/handshake/exchange/types.ts';
import { createSignatureChecker } from '../../core/verify/signature/create-signature-checker.ts';
import { differingColumns } from './differing-columns.ts';
import { envoyHandshakeRequest } from './envoy-handshake-request.ts';
import { fieldsOf, textOf, type Fields } from './json.ts';
import type { Disagreement, ReplayCase } from './types.ts';

const crypto = webcrypto as Crypto;
const checkSignature = createSignatureChecker(crypto);

/**
 * One handshake recorded between BoringSSL as Envoy calls it and a Go, OpenSSL or Node server: `gateway`, `backend`, `at`
 * and `result`. It passes when outcome, stage, version, cipher, protocol and failure text agree as far as `result` has
 * them; what the server answered over HTTP and logged is there to read.
 */
export function envoyHandshakeCase(row: Fields): ReplayCase {
  const id = `handshake: ${textOf(row.name) ?? ''}`;
  return { id, category: 'handshake', run: () => play(id, row) };
}

async function play(id: string, row: Fields): Promise<Disagreement | null> {
  const at = Date.parse(textOf(row.at) ?? '');
  const request = envoyHandshakeRequest(row);
  if (request === null || Number.isNaN(at))
    return { id, expected: 'a time and a known server', got: 'the row has none' };
  const got = columns(await runExchange({ ...request, at, checkSignature, crypto }));
  const recorded = Object.entries(fieldsOf(row.result)).filter(([name]) => name !== 'first_line');
  return differingColumns(id, Object.fromEntries(recorded), got);
}

/** The recorded columns, filled with this build's answer; the harness had words of its own for a silent close. */
function columns({ end, ok, tls, gatewayError, report }: ExchangeResult): Fields {
  if (end === 'gateway-config') return { config_error: gatewayError };
  if (ok) return { ok, version: tls?.version, cipher: tls?.cipher, alpn: tls?.alpn ?? '' };
  const after = report?.afterHandshake === true;
  const silent = after
    ? '(closed, no TLS error; SSL_get_error=5)'
    : '(no TLS error queued; SSL_get_error=5)';
  return {
    ok,
    stage: after ? 'after_handshake_read' : 'handshake',
    failure: report?.transportFailure ?? silent,
    ...(after && { version: tls?.version }),
  };
}
