/**
 * `npm run fuzz`: a million damaged certificates and CRLs, decoded without a throw, a hang or memory left behind.
 * `--seed N` repeats a run, `--runs N` changes its length.
 */
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { decodeAnything } from '../src/core/pki/decode-anything.testing.ts';
import { fuzzSeeds } from '../src/core/pki/fuzz-seeds.testing.ts';
import { mutate, mutationSeed } from '../src/core/pki/mutate-der.testing.ts';
import { Random } from '../src/core/pki/random.testing.ts';
import { certificatesIn, nginxScenarios } from '../src/core/verify/nginx-vectors.testing.ts';

/** Past these the run fails. */
const limits = { growthInMegabytes: 50, slowestInMilliseconds: 1000 };
/** Decoded before memory is first measured, so that compiled code does not count as growth. */
const warmUp = 20_000;

const { values } = parseArgs({ options: { seed: { type: 'string' }, runs: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const runs = Number(values.runs ?? 1_000_000);

const recorded = new Map(
  nginxScenarios()
    .flatMap(({ pem }) => Object.values(pem).flatMap(certificatesIn))
    .map((certificate) => [certificate.fingerprint, certificate.der]),
);
const seeds = [...fuzzSeeds, ...[...recorded.values()].map(mutationSeed)];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function megabytes(): { readonly heap: number; readonly resident: number } {
  collectGarbage();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: (heapUsed + arrayBuffers) / 1e6, resident: rss / 1e6 };
}

const random = new Random(seed);
let decoded = 0;
let slowest = 0;

function run(count: number): void {
  for (let number = 0; number < count; number++) {
    const der = mutate(random, random.pick(seeds), seeds);
    const started = performance.now();
    try {
      if (decodeAnything(der)) decoded++;
    } catch (error) {
      console.error(`seed ${String(seed)}: ${Buffer.from(der).toString('base64')}`);
      throw error;
    }
    slowest = Math.max(slowest, performance.now() - started);
  }
}

const started = performance.now();
run(Math.min(runs, warmUp));
const before = megabytes();
run(Math.max(0, runs - warmUp));
const after = megabytes();
const growth = after.heap - before.heap;
const seconds = (performance.now() - started) / 1000;
console.log(
  [
    `seed ${String(seed)}: ${String(runs)} mutations of ${String(seeds.length)} seeds, ${String(decoded)} decoded`,
    `${seconds.toFixed(0)} s, slowest ${slowest.toFixed(0)} ms`,
    `memory ${growth.toFixed(1)} MB more in use, ${(after.resident - before.resident).toFixed(1)} MB resident`,
  ].join('; '),
);
const sound = growth < limits.growthInMegabytes && slowest < limits.slowestInMilliseconds;
if (!sound) console.error(`Past the limits: ${JSON.stringify(limits)}`);
process.exit(sound ? 0 : 1);
