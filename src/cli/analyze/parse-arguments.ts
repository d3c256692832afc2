import {
  DEFAULT_CRDS,
  GATEWAY_API_CHANNELS,
  GATEWAY_API_VERSIONS,
  IMPLEMENTATION_IDS,
  isImplementationId,
  type ImplementationId,
  type InstalledCrds,
} from '../../core/model/index.ts';

/** What the command line asked for. `at` is ISO 8601. */
export interface AnalyzeArguments {
  readonly files: readonly string[];
  readonly gateway?: ImplementationId;
  readonly version?: string;
  readonly at?: string;
  readonly namespace?: string;
  readonly crds?: InstalledCrds;
}

export const USAGE =
  'Usage: npm run --silent analyze -- [--gateway ID] [--version V] [--at ISO] [--namespace NS] [--gateway-api 1.3…1.6] [--channel standard|experimental] FILE…';

const FLAGS = [
  '--gateway',
  '--version',
  '--at',
  '--namespace',
  '--gateway-api',
  '--channel',
] as const;
type Flag = (typeof FLAGS)[number];

/** Reads the arguments after the script's name; a string says what is wrong with them. */
export function parseArguments(words: readonly string[]): AnalyzeArguments | string {
  const values = new Map<Flag, string>();
  const files: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const [flag, inline] = splitFlag(word);
    if (flag === undefined) {
      if (word.startsWith('--')) return `unknown option ${word}`;
      files.push(word);
      continue;
    }
    const value = inline ?? words[(i += 1)];
    if (value === undefined) return `${flag} needs a value`;
    values.set(flag, value);
  }
  return check(files, values);
}

function splitFlag(word: string): readonly [Flag | undefined, string | undefined] {
  const [name, ...rest] = word.split('=');
  const flag = FLAGS.find((known) => known === name);
  return [flag, rest.length === 0 ? undefined : rest.join('=')];
}

function check(
  files: readonly string[],
  values: ReadonlyMap<Flag, string>,
): AnalyzeArguments | string {
  if (files.length === 0) return 'no file given';
  const gateway = values.get('--gateway');
  if (gateway !== undefined && !isImplementationId(gateway)) {
    return `unknown gateway ${gateway}; known: ${IMPLEMENTATION_IDS.join(', ')}`;
  }
  const at = values.get('--at');
  if (at !== undefined && Number.isNaN(Date.parse(at))) return `${at} is no ISO 8601 date`;
  const crds = readCrds(values);
  if (typeof crds === 'string') return crds;
  const version = values.get('--version');
  const namespace = values.get('--namespace');
  return {
    files,
    ...(gateway === undefined ? {} : { gateway }),
    ...(version === undefined ? {} : { version }),
    ...(at === undefined ? {} : { at }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(crds === undefined ? {} : { crds }),
  };
}

function readCrds(values: ReadonlyMap<Flag, string>): InstalledCrds | string | undefined {
  if (!values.has('--gateway-api') && !values.has('--channel')) return undefined;
  const release = values.get('--gateway-api') ?? DEFAULT_CRDS.gatewayApi;
  const name = values.get('--channel') ?? DEFAULT_CRDS.channel;
  const gatewayApi = GATEWAY_API_VERSIONS.find((known) => known === release);
  const channel = GATEWAY_API_CHANNELS.find((known) => known === name);
  if (gatewayApi === undefined)
    return `unknown Gateway API ${release}; known: ${GATEWAY_API_VERSIONS.join(', ')}`;
  if (channel === undefined)
    return `unknown channel ${name}; known: ${GATEWAY_API_CHANNELS.join(', ')}`;
  return { gatewayApi, channel };
}
