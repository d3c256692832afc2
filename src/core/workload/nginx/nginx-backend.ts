import { stringAt, itemsAt, type ObjectIndex } from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { Finding } from '../../model/index.ts';
import type { WorkloadFindingCode } from '../findings.ts';
import type { PodFiles } from '../pod-files.ts';
import { portNotServed } from '../port-not-served.ts';
import type { BackendServer, BackendTls, WantedKey } from '../types.ts';
import { listeningOn } from './listening.ts';
import { loadConfiguration, type NginxConfiguration } from './load-configuration.ts';
import { addError, type ServerReading } from './read-material.ts';
import { readServerBlock } from './read-server-block.ts';
import { httpServers, streamServers } from './servers.ts';

/** What nginx's configuration says about one port. */
export interface NginxBackend {
  readonly mode: BackendTls['mode'];
  readonly servers: readonly BackendServer[];
  readonly unknowns: readonly string[];
  readonly findings: readonly Finding<WorkloadFindingCode>[];
  readonly wanted?: readonly WantedKey[];
}

/** `nginx`, `nginx-unprivileged` and `openresty` images of any registry, tag and digest. */
export function isNginxImage(image: string): boolean {
  const name = image.replace(/@.*$/, '').split('/').at(-1)?.replace(/:.*$/, '') ?? '';
  return /^(?:nginx(?:-(?:unprivileged|plus|slim))?|openresty)$/.test(name);
}

/** Reads nginx's configuration through the mounts and tells what it presents and demands on `port`. */
export function nginxBackend(
  index: ObjectIndex,
  workload: ManifestObject,
  container: JsonValue,
  files: PodFiles,
  port: number,
): NginxBackend {
  const main = mainFile(container);
  const configuration = loadConfiguration(files, main);
  const reading: ServerReading = {
    index,
    files,
    workload,
    prefix: main.slice(0, main.lastIndexOf('/')),
    unknowns: new Set(configuration.unknowns),
    findings: new Map(),
    wanted: [],
  };
  for (const problem of configuration.problems) {
    const message = `${problem.message} in ${problem.file}:${problem.line}`;
    addError(reading, 'WORKLOAD-NGINX-REFUSES', problem, message, { message });
  }
  const read = readPort(reading, configuration, port);
  const { unknowns, findings, wanted } = reading;
  return {
    ...read,
    unknowns: [...unknowns],
    findings: [...findings.values()],
    ...(wanted.length > 0 && { wanted }),
  };
}

function readPort(
  reading: ServerReading,
  { directives }: NginxConfiguration,
  port: number,
): Pick<NginxBackend, 'mode' | 'servers'> {
  const servers = httpServers(directives);
  const listening = listeningOn(servers, port);
  if (listening !== undefined)
    return {
      mode: listening.ssl ? 'tls' : 'plaintext',
      servers: listening.ssl
        ? listening.servers.map(({ server, isDefault }) =>
            readServerBlock(reading, server, isDefault),
          )
        : [],
    };
  if (listeningOn(streamServers(directives), port) !== undefined)
    reading.unknowns.add(`Port ${port} is served by a stream block, which is not read here.`);
  else if (reading.unknowns.size === 0 && reading.findings.size === 0)
    addNotServed(
      reading,
      servers.flatMap(({ listens }) => listens),
      port,
    );
  if (servers.length === 0)
    reading.unknowns.add('No server block of the nginx configuration is among the files.');
  return { mode: 'unknown', servers: [] };
}

/** `nginx -c FILE` in command or args, else the place that all official images use. */
function mainFile(container: JsonValue): string {
  const words = ['command', 'args'].flatMap((list) =>
    itemsAt(container, [list]).filter((word) => typeof word === 'string'),
  );
  const flag = words.indexOf('-c');
  const shell = words.length > 0 && /(?:^|\/)(?:ba)?sh$/.test(words[0] ?? '');
  const named = flag === -1 || shell ? undefined : words[flag + 1];
  return named?.startsWith('/') === true ? named : '/etc/nginx/nginx.conf';
}

function addNotServed(
  reading: ServerReading,
  listens: readonly { readonly address: string; readonly port: number }[],
  port: number,
): void {
  const finding = portNotServed({
    workload: reading.workload,
    port,
    ports: listens.map((listen) => `${listen.address}:${listen.port}`),
    process: 'nginx',
    remedy: `Add "listen ${port} ssl;" to the server block`,
  });
  reading.findings.set(finding.id, finding);
}

/** Image of a container value. */
export function imageOf(container: JsonValue): string {
  return stringAt(container, ['image']) ?? '';
}
