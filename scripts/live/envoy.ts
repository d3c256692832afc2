import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { envoyEngine } from '../../src/core/handshake/exchange/envoy/envoy-engine.ts';
import { runExchange } from '../../src/core/handshake/index.ts';
import type { ExchangeResult } from '../../src/core/handshake/index.ts';
import type { SignatureChecker } from '../../src/core/verify/types.ts';
import { envoyConfig } from './envoy-config.ts';
import { envoyRefusalOf, whileEnvoyRuns, type InstalledEnvoy } from './envoy-process.ts';
import { getStatus } from './get-status.ts';
import { placeOf, writePairs } from './nginx-config.ts';
import { readLog, whileNginxRuns, type InstalledNginx } from './nginx-process.ts';
import { judgeExchange, keepLoadable } from './nginx.ts';
import { gatewaySide, serverBlock, type LivePair } from './pair.ts';
import { sameText, type Comparison } from './report.ts';

type Report = (pair: LivePair, comparison: Comparison) => void;

/** Envoy before nginx backends: status, transport failure and the backend's log against ours. */
export async function compareWithEnvoy(
  envoy: InstalledEnvoy,
  nginx: InstalledNginx,
  root: string,
  pairs: readonly LivePair[],
  checkSignature: SignatureChecker,
  report: Report,
): Promise<void> {
  const predict = (pair: LivePair): Promise<ExchangeResult> =>
    exchangeOf(envoy, nginx, root, pair, checkSignature);
  writePairs(root, pairs);
  const served = await keepLoadable(nginx, root, pairs, 'backend', (pair) =>
    report(pair, { outcome: 'apart', reason: 'not loaded by the backend' }),
  );
  const loadable = await keepAccepted(envoy, root, served, predict, report);
  const [first] = loadable;
  if (!first) return;
  const { gatewaySocket } = placeOf(root, first);
  const statuses = new Map<LivePair, number>();
  await whileNginxRuns(nginx, root, 'backend', () =>
    whileEnvoyRuns(envoy, root, gatewaySocket, async () => {
      for (const pair of loadable)
        statuses.set(pair, await getStatus(placeOf(root, pair).gatewaySocket));
    }),
  );
  for (const pair of loadable) {
    const { gatewayLog, backendLog } = placeOf(root, pair);
    const gateway = transportFailure(
      existsSync(gatewayLog) ? readFileSync(gatewayLog, 'utf8') : '',
    );
    const status = statuses.get(pair) ?? null;
    const result = await predict(pair);
    const said = result.report?.transportFailure?.replaceAll(' ', '_') ?? null;
    const ours = { ...result, gatewayError: said };
    report(pair, judgeExchange({ status, gateway, backend: readLog(backendLog) }, ours));
  }
}

/** The third column of the access log, null for `-`; spaces stand as underscores there. */
export function transportFailure(log: string): string | null {
  const text = log.split('\n')[0]?.split('\t')[2];
  return text === undefined || text === '-' ? null : text;
}

/** Drops pairs until Envoy takes the rest, comparing what it says of each with ours. */
async function keepAccepted(
  envoy: InstalledEnvoy,
  root: string,
  pairs: readonly LivePair[],
  predict: (pair: LivePair) => Promise<ExchangeResult>,
  report: Report,
): Promise<readonly LivePair[]> {
  let left = pairs;
  for (;;) {
    writeFileSync(join(root, 'envoy.json'), envoyConfig(root, left));
    const refusal = envoyRefusalOf(envoy, root);
    if (refusal === null) return left;
    const said = nackOf(refusal);
    const culprit = left.find(({ number }) => number === said?.number);
    if (!said || !culprit) throw new Error(`envoy: ${refusal}`);
    left = left.filter((pair) => pair !== culprit);
    const { stage, gatewayError } = await predict(culprit);
    report(
      culprit,
      sameText(said.text, stage === 'gateway-config' ? String(gatewayError) : 'loads'),
    );
  }
}

/** What Envoy refuses, with the file as `<inline>` as from a control plane; null when it is no file of a pair. */
export function nackOf(output: string): { readonly number: number; readonly text: string } | null {
  const found = /(Failed to load [\w ]+ from )\S*\/pair-(\d+)\/[\w.-]+(.*)/.exec(output);
  if (!found) return null;
  const [, start = '', number = '', rest = ''] = found;
  return { number: Number(number), text: `${start}<inline>${rest}` };
}

function exchangeOf(
  { version }: InstalledEnvoy,
  { profile }: InstalledNginx,
  root: string,
  pair: LivePair,
  checkSignature: SignatureChecker,
): Promise<ExchangeResult> {
  const { folder } = placeOf(root, pair);
  const matchers = [{ san: 'dns', match: 'exact', value: pair.server.host }] as const;
  return runExchange({
    gateway: { ...gatewaySide(pair, folder), matchers },
    backend: { kind: 'nginx', servers: [serverBlock(pair, folder)] },
    engine: envoyEngine({
      enforcesRsaKeyUsage: true,
      quotesFailure: false,
      boringssl: hasNewBoringssl(version) ? '20260821' : '20260413',
    }),
    at: pair.server.at,
    checkSignature,
    crypto: globalThis.crypto,
    profile,
  });
}

/** Since 1.40. */
function hasNewBoringssl(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 1 || minor >= 40;
}
