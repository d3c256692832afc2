import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodePem } from '../../src/core/pki/encode-pem.ts';
import { verifyBoringssl } from '../../src/core/verify/boringssl/verify-boringssl.ts';
import type { SignatureChecker, VerifyResult } from '../../src/core/verify/types.ts';
import type { LiveCase } from './generate-case.ts';
import { olderBoringssl } from './older-boringssl.ts';
import { toRequest } from './our-verdict.ts';
import type { Comparison } from './report.ts';

const source = fileURLToPath(new URL('../../../shared/oracles/envoy_tls.c', import.meta.url));
const headers = '/usr/include/android';
const libraries = '/usr/lib/x86_64-linux-gnu/android';

/** Builds the program that asks the distribution's BoringSSL as Envoy does, or says what is missing. */
export function buildBoringsslOracle(
  folder: string,
): { readonly program: string } | { readonly missing: string } {
  if (!existsSync(source)) return { missing: 'the program envoy_tls.c' };
  if (!existsSync(join(headers, 'openssl/ssl.h'))) return { missing: 'android-libboringssl-dev' };
  const program = join(folder, 'envoy_tls');
  const options = ['-w', '-o', program, source, `-I${headers}`, `-L${libraries}`];
  const linked = [`-Wl,-rpath,${libraries}`, '-lssl', '-lcrypto'];
  const { status, error } = spawnSync('cc', [...options, ...linked], { stdio: 'ignore' });
  return status === 0 && !error ? { program } : { missing: 'a C compiler that can build it' };
}

interface OracleAnswer {
  readonly ok?: boolean;
  readonly code?: number;
  readonly depth?: number;
  /** The trust bundle does not load. */
  readonly config_error?: string;
  readonly error?: string;
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
  const [theirs, ours] = [await ask(live, folder, program), await verifyBoringssl(request)];
  if (ours.unloadable || theirs.config_error !== undefined || theirs.error === 'no certs') {
    return { outcome: 'apart', reason: 'with a certificate that it does not load' };
  }
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

function ourText({ ok, first }: VerifyResult): string {
  return ok ? 'ok' : `${String(first?.code)}@${String(first?.depth)}`;
}

function theirText({ ok, code, depth }: OracleAnswer): string {
  return ok === true ? 'ok' : `${String(code)}@${String(depth)}`;
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
    ...['verify', '--chain', path('chain.pem'), '--ca', path('ca.pem')],
    ...['--time', String(live.at / 1000), '--purpose', `ssl_${live.purpose}`],
    ...(live.crls ? ['--crl', path('crl.pem')] : []),
  ];
  return new Promise((resolve, reject) => {
    execFile(program, args, (_error, stdout) => {
      try {
        resolve(JSON.parse(stdout) as OracleAnswer);
      } catch {
        reject(new Error(`envoy_tls: ${stdout || 'no answer'}`));
      }
    });
  });
}
