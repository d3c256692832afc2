import type { ShellCommand, SimpleCommand } from './shell-command.ts';

/** A kubectl (or oc) command, as far as it matters here. */
export interface KubectlCommand {
  /** `apply`, `create`, `delete`, … */
  readonly verb: string;
  /** Words after the verb that are no flags and no values of flags. */
  readonly args: readonly string[];
  readonly namespace?: string;
  /** Values of `-f`, `--filename`, `-k`, `--kustomize`. */
  readonly files: readonly string[];
  readonly kustomize: boolean;
  /** Other flags in order, as `name` and `value`. */
  readonly flags: readonly { readonly name: string; readonly value: string }[];
}

const PROGRAM = /(?:^|[/.])(?:kubectl|oc)(?:\.exe)?$/;

/** Flags that stand alone; every other one that has no `=` takes the next word. */
const SWITCHES = new Set([
  '--all',
  '--all-namespaces',
  '-A',
  '--current',
  '--dry-run',
  '--force',
  '--force-conflicts',
  '--insecure-skip-tls-verify',
  '--prune',
  '--recursive',
  '-R',
  '--record',
  '--save-config',
  '--server-side',
  '--validate',
  '--wait',
  '--append-hash',
  '--local',
  '--overwrite',
]);

const LONG: Readonly<Record<string, string>> = {
  '-n': '--namespace',
  '-f': '--filename',
  '-k': '--kustomize',
  '-p': '--patch',
  '-l': '--selector',
  '-o': '--output',
};

/** The kubectl command among the commands of a line, or null. */
export function kubectlCommand(line: ShellCommand): KubectlCommand | null {
  for (const command of line.commands) {
    const found = readKubectl(command);
    if (found !== null) return found;
  }
  return null;
}

function readKubectl({ words }: SimpleCommand): KubectlCommand | null {
  const program = words.findIndex((word) => PROGRAM.test(word) || word === 'k');
  if (program === -1 || (words[program] === 'k' && program !== 0)) return null;
  const flags: { name: string; value: string }[] = [];
  const args: string[] = [];
  const rest = words.slice(program + 1);
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? '';
    if (!word.startsWith('-') || word === '-' || word === '--') {
      if (word !== '--') args.push(word);
      continue;
    }
    const flag = splitFlag(word);
    const next = rest[index + 1] ?? '';
    const isAlone = SWITCHES.has(word) || /^-./.test(next);
    const takesNext = flag.value === null && !isAlone;
    flags.push({
      name: flag.name,
      value: flag.value ?? (takesNext ? next : ''),
    });
    if (takesNext) index += 1;
  }
  return build(flags, args);
}

function build(
  flags: readonly { readonly name: string; readonly value: string }[],
  args: readonly string[],
): KubectlCommand {
  const values = (name: string): string[] =>
    flags.filter((flag) => flag.name === name).map((flag) => flag.value);
  const namespace = values('--namespace').at(-1);
  const kustomized = values('--kustomize');
  const known = ['--namespace', '--kustomize', '--filename'];
  return {
    verb: args[0] ?? '',
    args: args.slice(1),
    ...(namespace === undefined || namespace === '' ? {} : { namespace }),
    files: [...values('--filename'), ...kustomized],
    kustomize: kustomized.length > 0,
    flags: flags.filter((flag) => !known.includes(flag.name)),
  };
}

/** `--name=value`, `-nvalue`, `-n=value` and bare names. */
function splitFlag(word: string): { name: string; value: string | null } {
  const equals = word.indexOf('=');
  if (word.startsWith('--')) {
    return equals === -1
      ? { name: word, value: null }
      : { name: word.slice(0, equals), value: word.slice(equals + 1) };
  }
  const name = LONG[word.slice(0, 2)] ?? word.slice(0, 2);
  const value = word.slice(2).replace(/^=/, '');
  return { name, value: value === '' ? null : value };
}
