import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodePem } from '../../src/core/pki/encode-pem.ts';
import { loadsCrl } from '../../src/core/verify/boringssl/crl-facts.ts';
import { loadProblem } from '../../src/core/verify/boringssl/load-problem.ts';
import { verifyBoringssl } from '../../src/core/verify/boringssl/verify-boringssl.ts';
import type { ChainRequest, SignatureChecker, VerifyResult } from '../../src/core/verify/types.ts';
import type { LiveCase } from './generate-case.ts';
import { olderBoringssl } from './older-boringssl.ts';
import { toRequest } from './our-verdict.ts';
import type { Comparison } from './report.ts';

const source = fileURLToPath(new URL('boringssl-verify.c', import.meta.url));
const headers = '/usr/include/android';

/** Builds the program that asks the distribution's BoringSSL as Envoy does, or says what is missing. */
export function buildBoringsslOracle(
  folder: string,
): { readonly program: string } | { readonly missing: string } {
  const libraries = findLibraries();
  if (!existsSync(join(headers, 'openssl/ssl.h')) || libraries === undefined) {
    return { missing: 'BoringSSL (android-libboringssl-dev)' };
  }
  const program = join(folder, 'boringssl-verify');
  const options = ['-Wall', '-o', program, source, `-I${headers}`, `-L${libraries}`];
  const linked = [`-Wl,-rpath,${libraries}`, '-lcrypto'];
  const { status, error, stderr } = spawnSync('cc', [...options, ...linked], { encoding: 'utf8' });
  if (error) return { missing: 'a C compiler' };
  return status === 0 ? { program } : { missing: `a BoringSSL that links (${stderr.trim()})` };
}

/** `/usr/lib/x86_64-linux-gnu/android`, by the name of the machine. */
function findLibraries(): string | undefined {
  return readdirSync('/usr/lib')
    .map((triplet) => join('/usr/lib', triplet, 'android'))
    .find((path) => existsSync(join(path, 'libcrypto.so')));
}

interface OracleAnswer {
  readonly ok?: boolean;
  readonly code?: number;
  readonly depth?: number;
  readonly text?: string;
  /** Which of the files does not load. */
  readonly unloadable?: 'ca' | 'chain' | 'crl';
}

/**
 * Asks BoringSSL and ours the same, with Envoy's flags. The verdicts have to agree; where both refuse, this older
 * BoringSSL may meet another error first.
 */
export async function compareWithBoringssl(
  live: LiveCase,
  folder: string,
  program: string,
  checkSignature: SignatureChecker,
): Promise<Comparison> {
  // The program knows no depth limit.
  const request = toRequest({ ...live, depth: 100 }, checkSignature);
  if (!request) return { outcome: 'apart', reason: 'not decoded here' };
  const older = olderBoringssl(request);
  if (older !== null) return { outcome: 'apart', reason: `with ${older}` };
  const theirs = await ask(live, folder, program);
  if (!loads(request)) {
    if (theirs.unloadable !== undefined) return { outcome: 'agree' };
    return { outcome: 'differ', theirs: theirText(theirs), ours: 'does not load' };
  }
  const ours = await verifyBoringssl(request);
  if (ours.unproven.length > 0) {
    return { outcome: 'apart', reason: 'with a signature not checked here' };
  }
  const [expected, found] = [ourText(ours), theirText(theirs)];
  if (expected === found) return { outcome: 'agree' };
  if (expected !== 'ok' && found !== 'ok') {
    return { outcome: 'apart', reason: 'refused by both for different reasons' };
  }
  return { outcome: 'differ', theirs: found, ours: expected };
}

/** Envoy refuses a whole bundle, and BoringSSL a whole handshake, for one part that does not load. */
function loads({ peerChain, anchors, crls = [] }: ChainRequest): boolean {
  const certificates = [...peerChain, ...anchors];
  return certificates.every((one) => loadProblem(one) === null) && crls.every(loadsCrl);
}

function ourText({ ok, first }: VerifyResult): string {
  return ok ? 'ok' : `${String(first?.code)}@${String(first?.depth)} ${first?.text ?? ''}`;
}

function theirText({ ok, code, depth, text, unloadable }: OracleAnswer): string {
  if (unloadable !== undefined) return 'does not load';
  return ok === true ? 'ok' : `${String(code)}@${String(depth)} ${text ?? ''}`;
}

async function ask(live: LiveCase, folder: string, program: string): Promise<OracleAnswer> {
  const path = (name: string): string => join(folder, `b${String(live.number)}-${name}`);
  const pem = (ders: readonly Uint8Array[], label = 'CERTIFICATE'): string =>
    ders.map((der) => encodePem(label, der)).join('');
  const crls = live.crls ?? [];
  await Promise.all([
    writeFile(path('chain.pem'), pem([live.leaf, ...live.others].map(({ der }) => der))),
    writeFile(path('ca.pem'), pem(live.anchors.map(({ der }) => der))),
    writeFile(path('crl.pem'), pem(crls, 'X509 CRL')),
  ]);
  const args = [
    ...[path('chain.pem'), path('ca.pem'), live.crls ? path('crl.pem') : '-'],
    ...[String(live.at / 1000), `ssl_${live.purpose}`],
  ];
  return new Promise((resolve, reject) => {
    execFile(program, args, (_error, stdout) => {
      try {
        resolve(JSON.parse(stdout) as OracleAnswer);
      } catch {
        reject(new Error(`boringssl-verify: ${stdout || 'no answer'}`));
      }
    });
  });
}
