import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { untilThere } from './nginx-process.ts';

/** An Envoy that runs here. */
export interface InstalledEnvoy {
  readonly program: string;
  /** `1.40.0`. */
  readonly version: string;
}

/** The Envoy that `ENVOY_PATH` names, or the one on the path. */
export function findEnvoy(): InstalledEnvoy | null {
  const program = process.env.ENVOY_PATH ?? 'envoy';
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (status !== 0) return null;
  return { program, version: /\/(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? 'of unknown version' };
}

function args(root: string): string[] {
  return ['-c', join(root, 'envoy.json'), '--disable-hot-restart', '--concurrency', '1'];
}

/** `--mode validate`: null when Envoy takes the configuration, else what it says. */
export function envoyRefusalOf({ program }: InstalledEnvoy, root: string): string | null {
  const options = [...args(root), '--mode', 'validate', '--log-level', 'critical'];
  const { status, stderr } = spawnSync(program, options, { encoding: 'utf8' });
  return status === 0 ? null : stderr;
}

/** Runs Envoy for as long as `work` takes; its access logs are complete when this returns. */
export async function whileEnvoyRuns(
  { program }: InstalledEnvoy,
  root: string,
  socket: string,
  work: () => Promise<void>,
): Promise<void> {
  // Validating has left it there.
  rmSync(socket, { force: true });
  const envoy = spawn(program, [...args(root), '--log-level', 'off'], { stdio: 'ignore' });
  const ended = once(envoy, 'exit');
  try {
    await untilThere(socket);
    await work();
  } finally {
    envoy.kill('SIGTERM');
    await Promise.race([ended, setTimeout(10_000, null, { ref: false })]);
    envoy.kill('SIGKILL');
  }
}
