import { authorityChecks } from './problems/authority-problems.ts';
import { clientChecks } from './problems/client-problems.ts';
import { keyChecks } from './problems/key-problems.ts';
import { nameChecks } from './problems/name-problems.ts';
import { releaseChecks } from './problems/release-problems.ts';
import type { Problem, SetupChoices } from './types.ts';

const checks = [...releaseChecks, ...clientChecks, ...authorityChecks, ...nameChecks, ...keyChecks];

/**
 * What stands against a setup, each with the fact, its source and what could be chosen instead. Without a blocking
 * problem, {@link generateSetup} gives manifests with which every step of the handshake passes.
 */
export function choiceProblems(choices: SetupChoices): readonly Problem[] {
  return checks.flatMap((check) => check(choices));
}
