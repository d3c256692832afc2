import { concludeExchange } from './conclude-exchange.ts';
import { gatherFacts } from './gather-facts.ts';
import type { ExchangeRequest, ExchangeResult } from './types.ts';

/**
 * Simulates one request through nginx to a backend: configuration, TLS in both directions, HTTP status and both logs.
 * Pure: the time, the signature checker and the crypto come in. The control plane's own checks are not asked.
 */
export async function runExchange(request: ExchangeRequest): Promise<ExchangeResult> {
  return concludeExchange(await gatherFacts(request));
}
