import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runExchange } from '../../src/core/handshake/index.ts';
import type { ExchangeResult } from '../../src/core/handshake/index.ts';
import type { SignatureChecker } from '../../src/core/verify/types.ts';
import type { Answer } from './answer.ts';
import { divergenceOf, withoutLeftBehind } from './divergences.ts';
import { getStatus } from './get-status.ts';
import { nginxConfig, placeOf, writePairs, type NginxEnd } from './nginx-config.ts';
import {
  readLog,
  refusalOf,
  whileNginxRuns,
  withoutStaleErrors,
  type InstalledNginx,
} from './nginx-process.ts';
import { gatewayCiphers, gatewaySide, serverBlock, type LivePair } from './pair.ts';
import { sameText, type Comparison } from './report.ts';

/**
 * A gateway and a backend for each pair: status and both logs against ours. What `nginx -t` refuses is compared with
 * our reading of the files, and left out of the rest.
 */
export async function compareWithNginx(
  nginx: InstalledNginx,
  root: string,
  pairs: readonly LivePair[],
  checkSignature: SignatureChecker,
  report: (pair: LivePair, comparison: Comparison) => void,
): Promise<void> {
  const predict = (pair: LivePair): Promise<ExchangeResult> =>
    exchangeOf(nginx, root, pair, checkSignature);
  writePairs(root, pairs);
  const refused = async (pair: LivePair, refusal: string): Promise<void> => {
    const { gatewayError, backendError, stage } = await predict(pair);
    const ours = stage === 'gateway-config' ? gatewayError : backendError;
    report(
      pair,
      sameText(withoutLeftBehind(refusal), stage === 'request' ? 'loads' : String(ours)),
    );
  };
  const halfway = await keepLoadable(nginx, root, pairs, 'gateway', refused);
  const loadable = await keepLoadable(nginx, root, halfway, 'backend', refused);
  writeFileSync(join(root, 'gateway.conf'), nginxConfig(root, loadable, 'gateway'));
  const statuses = new Map<LivePair, number>();
  await whileNginxRuns(nginx, root, 'backend', () =>
    whileNginxRuns(nginx, root, 'gateway', async () => {
      for (const pair of loadable)
        statuses.set(pair, await getStatus(placeOf(root, pair).gatewaySocket));
    }),
  );
  for (const pair of loadable) {
    const { gatewayLog, backendLog } = placeOf(root, pair);
    const theirs: Answer = {
      status: statuses.get(pair) ?? null,
      gateway: readLog(gatewayLog),
      backend: readLog(backendLog),
    };
    report(pair, judgeExchange(theirs, await predict(pair)));
  }
}

/** Compares one exchange with ours, with the backend's log as an nginx without other connections writes it. */
export function judgeExchange(theirs: Answer, result: ExchangeResult): Comparison {
  const { end, httpStatus, gatewayError, backendError } = result;
  if (end === 'unknown') return { outcome: 'apart', reason: 'with a signature not checked here' };
  const backend = withoutStaleErrors(backendError?.split(' | ') ?? []).join(' | ') || null;
  const ours: Answer = { status: httpStatus, gateway: gatewayError, backend };
  const known = divergenceOf(theirs, ours);
  if (known) return { outcome: 'apart', reason: known.reason };
  return sameText(JSON.stringify(theirs), JSON.stringify(ours));
}

function exchangeOf(
  { profile }: InstalledNginx,
  root: string,
  pair: LivePair,
  checkSignature: SignatureChecker,
): Promise<ExchangeResult> {
  const { folder } = placeOf(root, pair);
  return runExchange({
    gateway: { ...gatewaySide(pair, folder), ciphers: gatewayCiphers(pair) },
    backend: { kind: 'nginx', servers: [serverBlock(pair, folder)] },
    at: pair.server.at,
    checkSignature,
    crypto: globalThis.crypto,
    profile,
  });
}

/** Drops pairs until `nginx -t` is content: one file that does not load stops the whole of it. */
export async function keepLoadable(
  nginx: InstalledNginx,
  root: string,
  pairs: readonly LivePair[],
  end: NginxEnd,
  refused: (pair: LivePair, refusal: string) => Promise<void> | void,
): Promise<readonly LivePair[]> {
  let left = pairs;
  for (;;) {
    writeFileSync(join(root, `${end}.conf`), nginxConfig(root, left, end));
    const refusal = refusalOf(nginx, root, end);
    if (refusal === null) return left;
    const number = /\/pair-(\d+)\//.exec(refusal)?.[1];
    const culprit = left.find((pair) => String(pair.number) === number);
    if (!culprit) throw new Error(`nginx -t: ${refusal}`);
    left = left.filter((pair) => pair !== culprit);
    await refused(culprit, refusal);
  }
}
