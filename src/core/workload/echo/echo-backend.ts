import { closestNames, itemsAt, makeFinding, objectAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath, FieldRef, Finding } from '../../model/index.ts';
import type { Material } from '../../pki/types.ts';
import type { FoundContainer } from '../find-container.ts';
import type { WorkloadFindingCode } from '../findings.ts';
import { mountedMaterial } from '../mounted-material.ts';
import type { PodFiles } from '../pod-files.ts';
import { portNotServed } from '../port-not-served.ts';
import type { BackendServer, BackendTls, WantedKey } from '../types.ts';
import { wantedKeys } from '../wanted-key.ts';
import { environmentOf, type Variable } from './environment.ts';

/** Where an `echo-basic` container stands. */
export interface EchoContainer {
  readonly workload: ManifestObject;
  readonly container: FoundContainer;
  readonly files: PodFiles;
}

type EchoBackend = Pick<BackendTls, 'mode' | 'servers' | 'unknowns' | 'findings' | 'wanted'>;

const NOTHING: EchoBackend = { mode: 'unknown', servers: [], unknowns: [], findings: [] };
const CHAIN = 'TLS_SERVER_CERT';
const KEY = 'TLS_SERVER_PRIVKEY';
const CLIENT_CA = 'TLS_CLIENT_CACERTS';
const READ = ['HTTP_PORT', 'H2C_PORT', 'HTTPS_PORT', CHAIN, KEY, CLIENT_CA];

/**
 * What the echo server of the Gateway API's conformance suite presents and demands on a port, by its environment. With
 * client CAs it checks a client certificate when one is given and takes clients without.
 *
 * @see Gateway API conformance/echo-basic/echo-basic.go `main`, `listenAndServeTLS`
 */
export function echoBackend(echo: EchoContainer): EchoBackend {
  const { value, port } = echo.container;
  const variables = environmentOf(value);
  const doubt = doubtAbout(echo, variables);
  if (doubt !== null) return { ...NOTHING, unknowns: [doubt] };
  const text = (name: string): string => variables.get(name)?.value ?? '';
  const plain = [text('HTTP_PORT') || '3000', text('H2C_PORT') || '3001'];
  const secure = text(CHAIN) !== '' && text(KEY) !== '' ? [text('HTTPS_PORT') || '8443'] : [];
  if (plain.includes(String(port))) return { ...NOTHING, mode: 'plaintext' };
  if (secure.includes(String(port))) return secureServer(echo, variables);
  const remedy =
    secure.length === 0
      ? `Set ${CHAIN} and ${KEY}, which open the port for TLS`
      : `Set HTTPS_PORT to "${port}"`;
  const ports = [...plain, ...secure].map((one) => `*:${one}`);
  const silent = { workload: echo.workload, port, ports, process: 'echo-basic', remedy };
  return { ...NOTHING, findings: [portNotServed(silent)] };
}

/** Why the variables do not tell all; null when they do. */
function doubtAbout(
  { workload, container: { value } }: EchoContainer,
  variables: ReadonlyMap<string, Variable>,
): string | null {
  const name = `${workload.kind} ${workload.name}`;
  if (itemsAt(value, ['envFrom']).length > 0)
    return `${name} takes variables from envFrom, which is not read. Assign what it presents.`;
  const hidden = READ.find((one) => variables.has(one) && variables.get(one)?.value === undefined);
  if (hidden !== undefined)
    return `${name} takes ${hidden} from elsewhere (valueFrom). Assign what it presents.`;
  const other = ['GRPC_ECHO_SERVER', 'TCP_ECHO_SERVER'].find((one) => variables.has(one));
  return other === undefined
    ? null
    : `${name} runs the other server of echo-basic (${other}), which is not read. Assign what it presents.`;
}

function secureServer(echo: EchoContainer, variables: ReadonlyMap<string, Variable>): EchoBackend {
  const read = (name: string): Reading => readFile(echo, name, variables.get(name));
  const demand = variables.get(CLIENT_CA);
  const isAsked = demand?.value !== undefined && demand.value !== '';
  const [chain, key] = [read(CHAIN), read(KEY)];
  const clientCa = isAsked ? read(CLIENT_CA) : {};
  const server: BackendServer = {
    names: [],
    isDefault: true,
    verifyClient: isAsked ? 'optional' : 'off',
    verifyDepth: 1,
    ...(chain.file && { chain: chain.file.material }),
    ...(key.file && { key: key.file.material }),
    ...(clientCa.file && { clientCa: clientCa.file.material }),
    fields: {
      ...(chain.file && { chain: chain.file.field }),
      ...(key.file && { key: key.file.field }),
      ...(clientCa.file && { clientCa: clientCa.file.field }),
      ...(isAsked && {
        verifyClient: { objectId: echo.workload.id, path: valuePath(echo, demand) },
      }),
    },
  };
  const readings = [chain, key, clientCa];
  const wanted = [
    ...wantedOf(echo, variables, CHAIN, 'certificate'),
    ...wantedOf(echo, variables, KEY, 'key'),
    ...wantedOf(echo, variables, CLIENT_CA, 'authority'),
  ];
  return {
    mode: 'tls',
    servers: [server],
    unknowns: readings.flatMap(({ unknown }) => unknown ?? []),
    findings: readings.flatMap(({ finding }) => finding ?? []),
    ...(wanted.length > 0 && { wanted }),
  };
}

function wantedOf(
  { files }: EchoContainer,
  variables: ReadonlyMap<string, Variable>,
  name: string,
  part: WantedKey['part'],
): readonly WantedKey[] {
  const path = variables.get(name)?.value ?? '';
  return path === '' ? [] : wantedKeys(files, path, part);
}

interface Reading {
  readonly file?: { readonly material: Material; readonly field: FieldRef };
  readonly unknown?: string;
  readonly finding?: Finding<WorkloadFindingCode>;
}

/** The file that a variable names. */
function readFile(echo: EchoContainer, name: string, variable: Variable | undefined): Reading {
  const path = variable?.value ?? '';
  const found = mountedMaterial(echo.files, path, `${name} ${path}`);
  switch (found.kind) {
    case 'read':
      return { file: found };
    case 'absent':
      return { finding: fileMissing(echo, name, variable, found.volume) };
    case 'unknown':
      return { unknown: found.why };
    default:
      return found satisfies never;
  }
}

function fileMissing(
  echo: EchoContainer,
  name: string,
  variable: Variable | undefined,
  volume: string,
): Finding<WorkloadFindingCode> {
  const { workload, files } = echo;
  const path = variable?.value ?? '';
  const [closest] = closestNames(path, files.paths);
  return makeFinding({
    code: 'WORKLOAD-FILE-MISSING',
    severity: 'error',
    object: workload,
    path: valuePath(echo, variable),
    params: {
      workload: `${workload.kind} ${workload.name}`,
      process: 'echo-basic',
      path,
      volume,
      directive: name,
      ...(closest !== undefined && { closest }),
    },
    step: 3,
  });
}

/** Where the value of a variable stands in the workload. */
function valuePath(
  { workload, container: { podSpec, value } }: EchoContainer,
  variable: Variable | undefined,
): FieldPath {
  const at = itemsAt(objectAt(workload.value, podSpec), ['containers']).indexOf(value);
  return [...podSpec, 'containers', at, 'env', variable?.at ?? 0, 'value'];
}
