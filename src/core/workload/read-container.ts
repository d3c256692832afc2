import { makeFinding, type ObjectIndex } from '../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import type { Finding } from '../model/index.ts';
import { echoBackend } from './echo/echo-backend.ts';
import type { FoundContainer } from './find-container.ts';
import type { WorkloadFindingCode } from './findings.ts';
import { imageOf, isNginxImage, nginxBackend } from './nginx/nginx-backend.ts';
import { noSuchFile } from './no-such-file.ts';
import { isEchoImage, softwareOf } from './software-of.ts';
import { mountedObjects, podFiles, type MissingKey } from './pod-files.ts';
import type { Absence, BackendTls } from './types.ts';

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
  const { kind, name } = workload;
  if (isEchoImage(image)) {
    const container = { value, podSpec, port };
    const read = echoBackend({ workload, container, files });
    return { origin: 'environment', software: 'go', ...withFindings(read, missing) };
  }
  if (isNginxImage(image)) {
    const read = nginxBackend(index, workload, value, files, port);
    return { origin: 'nginx', software: 'nginx', ...withFindings(read, missing) };
  }
  const which = image === '' ? 'Its image is not given' : `Image ${image} is not read`;
  const unknown = `${which}: assign the certificate chain and key that ${kind} ${name} presents, and the client CA it demands.`;
  return { ...NOTHING, software: softwareOf(image), unknowns: [unknown], findings: missing };
}

/** What was read, and what keeps it from running. */
function withFindings<Read extends Pick<WorkloadTls, 'findings'>>(
  read: Read,
  missing: readonly Finding<WorkloadFindingCode>[],
): Read & Pick<WorkloadTls, 'findings' | 'absence'> {
  const findings = [...missing, ...read.findings];
  const absence = absenceOf(findings);
  return { ...read, findings, ...(absence === undefined ? {} : { absence }) };
}

/** The kubelet comes first: without its volumes the pod never runs its process. */
function absenceOf(findings: readonly Finding<WorkloadFindingCode>[]): Absence | undefined {
  const paramsOf = (wanted: WorkloadFindingCode) =>
    findings.find(({ code }) => code === wanted)?.params;
  const key = paramsOf('WORKLOAD-KEY-MISSING');
  if (key !== undefined)
    return {
      kind: 'not-created',
      text: `references non-existent ${key.what ?? ''} key: ${key.key ?? ''}`,
    };
  const refused = paramsOf('WORKLOAD-NGINX-REFUSES');
  if (refused !== undefined) return { kind: 'exits', text: `[emerg] ${refused.message ?? ''}` };
  const file = paramsOf('WORKLOAD-FILE-MISSING');
  if (file !== undefined) {
    const { process = '', directive = '', path = '' } = file;
    return { kind: 'exits', text: noSuchFile(process, directive, path) };
  }
  const port = paramsOf('WORKLOAD-PORT-NOT-SERVED');
  if (port === undefined) return undefined;
  return { kind: 'not-listening', text: `nothing listens on port ${port.port ?? ''}` };
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
