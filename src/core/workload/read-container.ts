import { makeFinding, type ObjectIndex } from '../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import type { Finding } from '../model/index.ts';
import type { FoundContainer } from './find-container.ts';
import type { WorkloadFindingCode } from './findings.ts';
import { imageOf, isNginxImage, nginxBackend } from './nginx/nginx-backend.ts';
import { softwareOf } from './software-of.ts';
import { mountedObjects, podFiles, type MissingKey } from './pod-files.ts';
import type { BackendTls } from './types.ts';

/** What a workload alone tells of a backend. */
export type WorkloadTls = Omit<BackendTls, 'assignmentTarget' | 'workloadId'>;

/** Nothing is known. */
export const NOTHING: WorkloadTls = {
  origin: 'none',
  mode: 'unknown',
  software: 'unknown',
  servers: [],
  unknowns: [],
  findings: [],
};

/**
 * What a container presents and demands on its port, with what keeps it from starting. An answer is kept while the
 * workload and every object that it mounts are the same: many Services may lead to it, and most edits touch neither.
 */
export function readContainer(
  index: ObjectIndex,
  workload: ManifestObject,
  container: FoundContainer,
): WorkloadTls {
  const known = readings.get(workload) ?? [];
  const mounted = mountedObjects(index, workload, container.podSpec);
  const isSamePort = (reading: Reading): boolean =>
    reading.container === container.value && reading.port === container.port;
  const same = known.find(isSamePort);
  if (same?.mounted.every((object, at) => object === mounted[at]) === true) return same.tls;
  const tls = readAnew(index, workload, container);
  const reading = { container: container.value, port: container.port, mounted, tls };
  readings.set(workload, [...known.filter((other) => !isSamePort(other)), reading]);
  return tls;
}

interface Reading {
  readonly container: JsonValue;
  readonly port: number;
  readonly mounted: readonly (ManifestObject | undefined)[];
  readonly tls: WorkloadTls;
}

const readings = new WeakMap<ManifestObject, readonly Reading[]>();

function readAnew(
  index: ObjectIndex,
  workload: ManifestObject,
  { value, podSpec, port }: FoundContainer,
): WorkloadTls {
  const image = imageOf(value);
  const files = podFiles(index, workload, podSpec, value);
  const missing = files.missingKeys.map((entry) => keyMissing(workload, entry));
  if (!isNginxImage(image)) {
    const which = image === '' ? 'Its image is not given' : `Image ${image} is not read`;
    const unknown = `${which}: assign the certificate chain and key that ${workload.kind} ${workload.name} presents, and the client CA it demands.`;
    return { ...NOTHING, software: softwareOf(image), unknowns: [unknown], findings: missing };
  }
  const read = nginxBackend(index, workload, value, files, port);
  const findings = [...missing, ...read.findings];
  const startProblem = startProblemOf(findings);
  return {
    origin: 'nginx',
    software: 'nginx',
    mode: read.mode,
    servers: read.servers,
    unknowns: read.unknowns,
    findings,
    ...(startProblem === undefined ? {} : { startProblem }),
  };
}

/** The kubelet comes first: without its volumes the pod never runs nginx. */
function startProblemOf(findings: readonly Finding<WorkloadFindingCode>[]): string | undefined {
  const key = findings.find(({ code }) => code === 'WORKLOAD-KEY-MISSING');
  if (key !== undefined)
    return `references non-existent ${key.params.what ?? ''} key: ${key.params.key ?? ''}`;
  const refused = findings.find(({ code }) => code === 'WORKLOAD-NGINX-REFUSES');
  if (refused !== undefined) return `[emerg] ${refused.params.message ?? ''}`;
  const file = findings.find(({ code }) => code === 'WORKLOAD-FILE-MISSING');
  return file === undefined
    ? undefined
    : `[emerg] cannot load "${file.params.path ?? ''}": No such file or directory`;
}

function keyMissing(
  workload: ManifestObject,
  { object, key, field }: MissingKey,
): Finding<WorkloadFindingCode> {
  const what = object.kind === 'Secret' ? 'secret' : 'config';
  return makeFinding({
    code: 'WORKLOAD-KEY-MISSING',
    severity: 'error',
    object: workload,
    path: field,
    params: { target: `${object.kind} ${object.name}`, key, what },
    step: 3,
  });
}
