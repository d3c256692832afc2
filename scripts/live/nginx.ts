import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { checkHost } from '../../src/core/verify/check-host.ts';
import { verifyOpenssl } from '../../src/core/verify/openssl/verify-openssl.ts';
import type { SignatureChecker, VerifyResult } from '../../src/core/verify/types.ts';
import type { LiveCase } from './generate-case.ts';
import {
  gatewayLevel,
  hasCrls,
  placeOf,
  writeNginxConfig,
  type NginxPair,
  type NginxPlace,
} from './nginx-config.ts';
import { toRequest } from './our-verdict.ts';
import type { Comparison, Tally } from './report.ts';

/** Path of the installed nginx and the OpenSSL it was built with, or null. */
export function findNginx(): { readonly program: string; readonly version: string } | null {
  const program = ['nginx', '/usr/sbin/nginx'].find(
    (path) => spawnSync(path, ['-v'], { stdio: 'ignore' }).status === 0,
  );
  if (program === undefined) return null;
  const text = spawnSync(program, ['-V'], { encoding: 'utf8' }).stderr;
  const [, version = ''] = /nginx version: (.+)/.exec(text) ?? [];
  const [, openssl = ''] = /(?:running|built) with OpenSSL (\S+)/.exec(text) ?? [];
  return { program, version: `${version}, OpenSSL ${openssl}` };
}

/** One gateway and one backend for each pair, in one nginx; what they log against what ours says. */
export async function compareWithNginx(
  program: string,
  root: string,
  pairs: readonly NginxPair[],
  release: '3.0' | '3.5',
  checkSignature: SignatureChecker,
  tally: Tally,
): Promise<void> {
  const decoded = pairs.filter(({ server, client }) =>
    [server, client].every((live) => toRequest(live, checkSignature) !== null),
  );
  const loadable = keepLoadable(program, root, decoded);
  for (const { server } of pairs.filter((pair) => !loadable.includes(pair))) {
    tally.add(server, { outcome: 'apart', reason: 'not loaded by nginx' });
  }
  const nginx = spawn(program, ['-c', join(root, 'nginx.conf'), '-p', root], { stdio: 'ignore' });
  try {
    await untilReady(placeOf(root, loadable[0] ?? pairs[0] ?? fail()));
    for (const pair of loadable) {
      const place = placeOf(root, pair);
      const theirs = describeOutcome(await statusOf(place.gatewaySocket), place);
      tally.add(pair.server, judge(theirs, await predict(pair, release, checkSignature)));
    }
  } finally {
    nginx.kill();
  }
}

function fail(): never {
  throw new Error('there is no pair to compare');
}

/** Drops pairs until `nginx -t` is content: one file that does not load stops the whole of it. */
function keepLoadable(
  program: string,
  root: string,
  pairs: readonly NginxPair[],
): readonly NginxPair[] {
  let left = pairs;
  for (;;) {
    writeNginxConfig(root, left);
    const check = spawnSync(program, ['-t', '-c', join(root, 'nginx.conf'), '-p', root], {
      encoding: 'utf8',
    });
    if (check.status === 0) return left;
    const culprit = /\[emerg\].*\/pair-(\d+)\//.exec(check.stderr)?.[1];
    const fewer = left.filter(({ server }) => String(server.number) !== culprit);
    if (fewer.length === left.length) throw new Error(`nginx -t: ${check.stderr}`);
    left = fewer;
    rmSync(join(root, 'nginx.conf'), { force: true });
  }
}

async function untilReady({ gatewaySocket }: NginxPlace): Promise<void> {
  for (let waited = 0; waited < 100 && !existsSync(gatewaySocket); waited++) await setTimeout(50);
}

function statusOf(socketPath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ socketPath, path: '/', timeout: 10_000 }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

/** `gateway: (20:…)`, `gateway: does not match`, `backend: (10:…)`, `200`. */
function describeOutcome(status: number, { gatewayLog, backendLog }: NginxPlace): string {
  const gateway = readFileSync(gatewayLog, 'utf8');
  const refused = /upstream SSL certificate verify error: (\(.*?\)) while/.exec(gateway)?.[1];
  if (refused !== undefined) return `gateway: ${refused}`;
  if (gateway.includes('upstream SSL certificate does not match')) return 'gateway: does not match';
  const handshake = /SSL_do_handshake\(\) failed.*?(?= while)/.exec(gateway)?.[0];
  if (handshake !== undefined) return `no handshake: ${handshake}`;
  const backend = readFileSync(backendLog, 'utf8');
  const client = /client SSL certificate verify error: (\(.*?\)) while/.exec(backend)?.[1];
  return client === undefined ? String(status) : `backend: ${client}`;
}

/** The same line from ours; null when a signature cannot be checked here. */
async function predict(
  { server, client }: NginxPair,
  release: '3.0' | '3.5',
  checkSignature: SignatureChecker,
): Promise<string | null> {
  const ask = (live: LiveCase, level: 0 | 1 | 2): Promise<VerifyResult> | null => {
    const request = toRequest(live, checkSignature);
    if (!request) return null;
    const { crls, ...rest } = request;
    const lists = hasCrls(live) && crls ? { crls } : {};
    return verifyOpenssl({ ...rest, ...lists, securityLevel: level, release });
  };
  const [gateway, backend] = [
    await ask({ ...server, purpose: 'server' }, gatewayLevel(server)),
    await ask({ ...client, purpose: 'client' }, 0),
  ];
  if (!gateway || !backend || gateway.unproven.length + backend.unproven.length > 0) return null;
  if (gateway.last) return `gateway: ${worded(gateway)}`;
  const leaf = gateway.path[0];
  if (leaf && !checkHost(leaf, server.host).matches) return 'gateway: does not match';
  return backend.last ? `backend: ${worded(backend)}` : '200';
}

function worded({ last }: VerifyResult): string {
  return last ? `(${String(last.code)}:${last.text})` : '';
}

function judge(theirs: string, ours: string | null): Comparison {
  if (ours === null) return { outcome: 'apart', reason: 'with a signature not checked here' };
  if (theirs.startsWith('no handshake')) return { outcome: 'apart', reason: 'without a handshake' };
  return theirs === ours ? { outcome: 'agree' } : { outcome: 'differ', theirs, ours };
}
