import { execFile, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePem } from '../../src/core/pki/encode-pem.ts';
import type { SignatureChecker, VerifyResult } from '../../src/core/verify/types.ts';
import { verifyOpenssl } from '../../src/core/verify/openssl/verify-openssl.ts';
import type { LiveCase } from './generate-case.ts';
import { toRequest } from './our-verdict.ts';
import type { Comparison } from './report.ts';

/** The installed command line tool, or null. */
export function opensslVersion(): string | null {
  const { stdout, status } = spawnSync('openssl', ['version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** The release line that a version text names: 3.0 and 3.1 behave alike, and so do 3.2 and later. */
export function releaseOf(version: string): '3.0' | '3.5' {
  return /OpenSSL 3\.[01]\./.test(version) ? '3.0' : '3.5';
}

/** What `openssl verify` said: every error up to the one that it stops at. */
interface OpensslAnswer {
  readonly loaded: boolean;
  readonly ok: boolean;
  /** `26@0`. */
  readonly errors: readonly string[];
}

/** `apps/verify.c: cb` goes on after these; at any other error the library stops. */
const passedOver = new Set([
  ...[10, 11, 12, 18, 25, 26, 34, 37, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91],
  ...[92, 93],
]);

/** Asks the installed OpenSSL and ours the same, as `openssl verify` answers it. */
export async function compareWithOpenssl(
  live: LiveCase,
  folder: string,
  release: '3.0' | '3.5',
  checkSignature: SignatureChecker,
): Promise<Comparison> {
  const theirs = await askOpenssl(live, folder);
  const request = toRequest(live, checkSignature);
  if (!theirs.loaded || !request) {
    if (!theirs.loaded && !request) return { outcome: 'agree' };
    const [a, b] = [theirs.loaded, request !== null].map((it) => (it ? 'loads' : 'does not load'));
    return { outcome: 'differ', theirs: a ?? '', ours: b ?? '' };
  }
  const { securityLevel, strict } = live;
  const ours = await verifyOpenssl({ ...request, securityLevel, strict, release });
  if (ours.unproven.length > 0)
    return { outcome: 'apart', reason: 'with a signature not checked here' };
  const expected = { ok: ours.ok, errors: untilStop(ours).join(' ') };
  const found = { ok: theirs.ok, errors: theirs.errors.join(' ') };
  if (expected.ok === found.ok && expected.errors === found.errors) return { outcome: 'agree' };
  return { outcome: 'differ', theirs: JSON.stringify(found), ours: JSON.stringify(expected) };
}

function untilStop({ events }: VerifyResult): readonly string[] {
  const stop = events.findIndex(({ code }) => !passedOver.has(code));
  const seen = stop < 0 ? events : events.slice(0, stop + 1);
  return seen.map(({ code, depth }) => `${String(code)}@${String(depth)}`);
}

async function askOpenssl(live: LiveCase, folder: string): Promise<OpensslAnswer> {
  const path = (name: string): string => join(folder, `${String(live.number)}-${name}`);
  const pem = (ders: readonly Uint8Array[], label = 'CERTIFICATE'): string =>
    ders.map((der) => encodePem(label, der)).join('');
  const peer = [live.leaf, ...live.others].map(({ der }) => der);
  await Promise.all([
    writeFile(path('leaf.pem'), pem([live.leaf.der])),
    writeFile(path('peer.pem'), pem(peer)),
    writeFile(path('ca.pem'), pem(live.anchors.map(({ der }) => der))),
    writeFile(path('crl.pem'), pem(live.crls ?? [], 'X509 CRL')),
  ]);
  const args = [
    ...['verify', '-no-CApath', '-no-CAstore', '-CAfile', path('ca.pem')],
    ...['-untrusted', path('peer.pem'), '-purpose', `ssl${live.purpose}`],
    ...['-attime', String(live.at / 1000), '-verify_depth', String(live.depth)],
    // Without it the tool has no security level at all, whatever the distribution's default for TLS.
    ...(live.securityLevel === 0 ? [] : ['-auth_level', String(live.securityLevel)]),
    ...(live.strict ? ['-x509_strict'] : []),
    ...(live.crls ? ['-crl_check', '-crl_check_all'] : []),
    ...(live.crls && live.crls.length > 0 ? ['-CRLfile', path('crl.pem')] : []),
    path('leaf.pem'),
  ];
  const output = await run('openssl', args);
  const errors = [...output.matchAll(/^error (\d+) at (\d+) depth lookup/gm)];
  return {
    loaded: /: OK$|verification failed$/m.test(output),
    ok: /: OK$/m.test(output),
    errors: errors.map(([, code, depth]) => `${code ?? ''}@${depth ?? ''}`),
  };
}

/** Both outputs of a program, whatever its exit code. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, [...args], (_error, stdout, stderr) => resolve(`${stdout}\n${stderr}`));
  });
}
