import { spawn } from 'node:child_process';
import { projectRoot } from './paths.mjs';

/**
 * Runs a program in the project's root with our own output and no input.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<number>} exit code; 127 when it could not be started, 128 when a signal ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: options.env ?? process.env,
      shell: options.shell ?? false,
    });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 128));
  });
}

/**
 * Runs the script of an installed package, without a shell and without PATH: the same on Windows.
 *
 * @param {string} script path under `node_modules`
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} exit code
 */
export function runPackage(script, args, env = process.env) {
  return run(process.execPath, [`node_modules/${script}`, ...args], { env });
}
