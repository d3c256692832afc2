import type { KubectlCommand } from './kubectl-command.ts';
import { kubectlCommand } from './kubectl-command.ts';
import type { ShellCommand } from './shell-command.ts';
import type { WorkspaceFindingCode } from '../findings.ts';
import { joined } from '../../words/index.ts';

/** Why a command of a guide brings nothing into the workspace. Never holds the values of literals. */
export interface CommandNote {
  readonly code: WorkspaceFindingCode;
  readonly params: Readonly<Record<string, string>>;
}

const SECRET_TYPES: Readonly<Record<string, string>> = {
  tls: ' of type kubernetes.io/tls',
  generic: '',
  'docker-registry': ' of type kubernetes.io/dockerconfigjson',
};

const OPENSSL_MAKES = [
  'req',
  'x509',
  'genrsa',
  'genpkey',
  'ecparam',
  'pkcs12',
  'pkcs8',
  'ca',
  'crl',
];
const OTHER_TOOLS = ['step', 'mkcert', 'cfssl', 'cfssljson', 'certtool'];

/**
 * Says what a command of a guide would create or change, when that is something this workspace could hold.
 *
 * @param isWritten tells the files that the guide itself has written before
 * @returns null for commands that only look, send requests or clean up
 */
export function describeCommand(
  line: ShellCommand,
  isWritten: (path: string) => boolean,
): CommandNote | null {
  const kubectl = kubectlCommand(line);
  if (kubectl !== null) return describeKubectl(kubectl, line, isWritten);
  for (const { words } of line.commands) {
    const note = describeTool(words.filter((word) => word !== 'sudo'));
    if (note !== null) return note;
  }
  return null;
}

function describeTool(words: readonly string[]): CommandNote | null {
  const [program = '', verb = ''] = words;
  const isOpenssl = program === 'openssl' && OPENSSL_MAKES.includes(verb);
  if (!isOpenssl && !OTHER_TOOLS.includes(program)) return null;
  const outputs = words.filter((_, index) => /^-(?:out|keyout)$/.test(words[index - 1] ?? ''));
  const inputs = words.filter((_, index) =>
    /^-(?:in|CA|CAkey|key|inkey|certfile)$/.test(words[index - 1] ?? ''),
  );
  return {
    code: 'WORKSPACE-GUIDE-MAKES-KEYS',
    params: {
      command: `${program} ${verb}`.trim(),
      outputs: outputs.length === 0 ? 'certificates or keys' : joined(outputs),
      inputs: joined(inputs),
    },
  };
}

function describeKubectl(
  command: KubectlCommand,
  line: ShellCommand,
  isWritten: (path: string) => boolean,
): CommandNote | null {
  const { verb, args, files } = command;
  if (files.length > 0 && ['apply', 'create', 'replace'].includes(verb)) {
    return describePipe(command, line) ?? describeFiles(command, isWritten);
  }
  if (verb === 'create') return describeCreate(command);
  if (!['patch', 'set', 'edit', 'label', 'annotate', 'replace', 'expose', 'run'].includes(verb)) {
    return null;
  }
  const target = args.filter((word) => !word.includes('=')).join(' ');
  return { code: 'WORKSPACE-GUIDE-CHANGES', params: { command: `kubectl ${verb}`, target } };
}

/** `helm template … | kubectl apply -f -`: what arrives is the output of a program. */
function describePipe({ verb, files }: KubectlCommand, line: ShellCommand): CommandNote | null {
  const [first] = line.commands;
  const [program = '', argument = ''] = first?.words ?? [];
  if (!files.includes('-') || line.commands.length < 2 || first === undefined) return null;
  if (['echo', 'printf'].includes(program)) {
    const why = `it is the argument of ${program}`;
    return { code: 'WORKSPACE-GUIDE-NOT-TAKEN', params: { why } };
  }
  const file = first.redirects.find((redirect) => redirect.operator === '<')?.target;
  const reads =
    program === 'cat' ? argument : (file ?? `the output of ${program} ${argument}`.trim());
  return {
    code: 'WORKSPACE-GUIDE-FILE',
    params: { command: `kubectl ${verb} -f -`, files: reads },
  };
}

function describeFiles(
  { verb, files, kustomize }: KubectlCommand,
  isWritten: (path: string) => boolean,
): CommandNote | null {
  const missing = files.filter((file) => file !== '-' && !isWritten(file));
  if (missing.length === 0) return null;
  const isRemote = missing.some((file) => /^https?:\/\//.test(file));
  return {
    code: isRemote ? 'WORKSPACE-GUIDE-URL' : 'WORKSPACE-GUIDE-FILE',
    params: { command: `kubectl ${verb} ${kustomize ? '-k' : '-f'}`, files: joined(missing) },
  };
}

/** `kubectl create secret tls NAME --cert=… --key=…` and its kin. */
function describeCreate({ args, flags, namespace }: KubectlCommand): CommandNote | null {
  const [resource = '', second = '', third = ''] = args;
  const isSecret = /^secrets?$/.test(resource);
  const isConfigMap = /^(?:configmaps?|cm)$/.test(resource);
  if (resource === '') return null;
  const name = isSecret ? third : second;
  const kind = isSecret ? 'Secret' : isConfigMap ? 'ConfigMap' : resource;
  const type = isSecret ? (SECRET_TYPES[second] ?? '') : '';
  const place = namespace === undefined ? '' : ` in namespace ${namespace}`;
  const inputs = flags.flatMap(({ name: flag, value }) => inputOf(flag, value));
  return {
    code: isSecret || isConfigMap ? 'WORKSPACE-GUIDE-CREATES-DATA' : 'WORKSPACE-GUIDE-CREATES',
    params: {
      command: ['kubectl create', resource, ...(isSecret ? [second] : [])].join(' '),
      creates: `${kind} ${name}${type}${place}`,
      inputs: inputs.length === 0 ? 'the command line' : joined(inputs),
    },
  };
}

function inputOf(flag: string, value: string): readonly string[] {
  switch (flag) {
    case '--cert':
    case '--key':
    case '--from-env-file':
      return [value];
    case '--from-file':
      return [value.replace(/^[^=]*=/, '')];
    case '--from-literal':
      return [`the value of ${value.replace(/=.*$/s, '')}`];
    default:
      return [];
  }
}
