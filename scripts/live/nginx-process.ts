import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { NGINX_PROFILES, type NginxProfile } from '../../src/core/handshake/index.ts';
import { readySocket, type NginxEnd } from './nginx-config.ts';
import { releaseOf } from './openssl.ts';

/** An installed nginx, and the recorded build that it is most like. */
export interface InstalledNginx {
  readonly program: string;
  /** `nginx/1.22.1, OpenSSL 3.0.20`. */
  readonly version: string;
  readonly profile: NginxProfile;
}

export function findNginx(): InstalledNginx | null {
  const program = ['nginx', '/usr/sbin/nginx'].find(
    (path) => spawnSync(path, ['-v'], { stdio: 'ignore' }).status === 0,
  );
  if (program === undefined) return null;
  const text = spawnSync(program, ['-V'], { encoding: 'utf8' }).stderr;
  const [, nginx = ''] = /nginx version: (\S+)/.exec(text) ?? [];
  const [, openssl = ''] = /(?:running|built) with OpenSSL (\S+)/.exec(text) ?? [];
  return {
    program,
    version: `${nginx}, OpenSSL ${openssl}`,
    profile: profileOf(nginx, openssl),
  };
}

/** Levels changed in nginx 1.23, texts in OpenSSL 3.2, ML-DSA came with 3.5; the way bundles are read in 1.27. */
export function profileOf(nginx: string, openssl: string): NginxProfile {
  const minor = Number(/nginx\/1\.(\d+)/.exec(nginx)?.[1] ?? 22);
  const base = NGINX_PROFILES[minor < 27 ? 'deb-tls13' : 'ngf-tls13'];
  const isOld = releaseOf(`OpenSSL ${openssl}`) === '3.0';
  return {
    ...base,
    nginx: nginx.replace('nginx/', ''),
    openssl,
    release: isOld ? '3.0' : '3.5',
    legacyAlertPrefix: isOld ? 'sslv3' : 'ssl/tls',
    postQuantumSignatures: !/^3\.[0-4]\./.test(openssl),
    unrecognizedNameLevel: minor < 23 ? 'crit' : 'error',
  };
}

/** `nginx -t`: null when it is content, else the first `[emerg] …` line. */
export function refusalOf({ program }: InstalledNginx, root: string, end: NginxEnd): string | null {
  const args = ['-t', '-c', join(root, `${end}.conf`), '-p', root];
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return null;
  return /\[emerg\].*/.exec(stderr)?.[0].replace(/\[emerg\] (?:\d+#\d+: )?/, '[emerg] ') ?? stderr;
}

/** Runs nginx for as long as `work` takes; logs are complete when this returns. */
export async function whileNginxRuns(
  { program }: InstalledNginx,
  root: string,
  end: NginxEnd,
  work: () => Promise<void>,
): Promise<void> {
  const args = ['-c', join(root, `${end}.conf`), '-p', root];
  const nginx = spawn(program, args, { stdio: 'ignore' });
  const ended = once(nginx, 'exit');
  try {
    await untilThere(readySocket(root, end));
    await work();
  } finally {
    nginx.kill('SIGQUIT');
    await Promise.race([ended, setTimeout(5000, null, { ref: false })]);
    nginx.kill('SIGTERM');
  }
}

/** Waits until somebody listens on a UNIX socket, at most ten seconds. */
export async function untilThere(socket: string): Promise<void> {
  for (let waited = 0; waited < 200 && !(await answers(socket)); waited++) await setTimeout(50);
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket, () => {
      connection.destroy();
      resolve(true);
    });
    connection.on('error', () => resolve(false));
  });
}

/** The lines of a log, joined as in recorded rows; null when there are none. */
export function readLog(path: string): string | null {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return logLines(text).join(' | ') || null;
}

/**
 * A log as `[level] message`, without time and request. What an earlier connection of the process left in OpenSSL's error
 * queue says nothing of this one.
 */
export function logLines(text: string): readonly string[] {
  return withoutStaleErrors(
    [...text.matchAll(/^\S+ \S+ (\[\w+\]) \d+#\d+: (?:\*\d+ )?(.*)$/gm)].map(
      ([, level = '', message = '']) => `${level} ${message.replace(/, client: .*/, '')}`,
    ),
  );
}

export function withoutStaleErrors(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !line.startsWith('[alert] ignoring stale global SSL error'));
}
