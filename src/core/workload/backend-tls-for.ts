import {
  makeFinding,
  namespacedName,
  type BackendTarget,
  type ObjectIndex,
  type Resolution,
} from '../gateway-api/index.ts';
import { rememberByIdentity } from '../gateway-api/remember-by-identity.ts';
import type { ManifestObject } from '../manifest/types.ts';
import type { Assignment, Finding } from '../model/index.ts';
import { applyAssignment, type Materials } from './apply-assignment.ts';
import { backendPlace, type BackendPlace } from './backend-place.ts';
import { findContainer } from './find-container.ts';
import type { WorkloadFindingCode } from './findings.ts';
import { NOTHING, readContainer, type WorkloadTls } from './read-container.ts';
import { isScaledToZero, serviceAbsence } from './service-absence.ts';
import type { BackendTls } from './types.ts';

/**
 * What stands behind a backendRef: the certificate, key and client CA its process would use. nginx is read
 * from its configuration through the pod's mounts; for anything else, and for hosts outside the cluster,
 * `unknowns` names what to assign. Assignments override what was read.
 */
export function backendTlsFor(
  backend: BackendTarget,
  resolution: Pick<Resolution, 'index'>,
  assignments: readonly Assignment[],
  materials: Materials,
): BackendTls {
  const { index } = resolution;
  const place = backendPlace(index, backend);
  const read = readPlace(index, backend, place);
  const assignment = place.assignmentTargets
    .map((target) => assignments.find((entry) => entry.target === target))
    .find((found) => found !== undefined);
  return assignment === undefined ? read : applyAssignment(index, read, assignment, materials);
}

function readPlace(index: ObjectIndex, backend: BackendTarget, place: BackendPlace): BackendTls {
  const read = readBehind(index, backend, place);
  if (read.absence !== undefined || !('port' in backend)) return read;
  const absence = serviceAbsence(index, place, backend.port);
  return absence === undefined ? read : { ...read, absence };
}

function readBehind(index: ObjectIndex, backend: BackendTarget, place: BackendPlace): BackendTls {
  const assignmentTarget = place.assignmentTargets[0] ?? backend.target.key;
  const workload = place.workloads.find((one) => !isScaledToZero(one)) ?? place.workloads[0];
  if (workload === undefined)
    return { ...NOTHING, assignmentTarget, unknowns: [whyNoWorkload(backend, place)] };
  const read = readWorkload(index, place, workload);
  if (place.workloads.length === 1 && assignmentTarget === workload.key)
    return soleBackend(workload)(read);
  const findings = [...read.findings, ...severalMatch(place)];
  return { ...read, findings, assignmentTarget, workloadId: workload.id };
}

/** One workload behind many Services, and an edit elsewhere, come to the same backend. */
const soleBackend = rememberByIdentity(({ key, id }: ManifestObject) =>
  rememberByIdentity((read: WorkloadTls): BackendTls => ({
    ...read,
    assignmentTarget: key,
    workloadId: id,
  })),
);

function whyNoWorkload(backend: BackendTarget, { service, host }: BackendPlace): string {
  const assign = 'Assign the certificates it presents and the client CA it demands.';
  if (host !== undefined) return `${host.name}:${host.port} is outside the cluster. ${assign}`;
  if (service === undefined)
    return `${backend.target.kind} ${backend.target.name} is not among the files. ${assign}`;
  return `No workload among the files carries the labels that Service ${service.name} selects. ${assign}`;
}

/** What each port of a workload leads to, as long as all objects are the same. */
const readBefore = rememberByIdentity((_index: ObjectIndex) =>
  rememberByIdentity((_workload: ManifestObject) => new Map<number | string, WorkloadTls>()),
);

function readWorkload(
  index: ObjectIndex,
  place: BackendPlace,
  workload: ManifestObject,
): WorkloadTls {
  const { targetPort } = place;
  const name = `${workload.kind} ${workload.name}`;
  if (targetPort === undefined)
    return {
      ...NOTHING,
      unknowns: [`The Service has no such port, so nothing of ${name} is reached.`],
    };
  const known = readBefore(index)(workload).get(targetPort);
  if (known !== undefined) return known;
  const search = findContainer(workload, targetPort);
  if (search.ok) {
    const read = readContainer(index, workload, search.container);
    readBefore(index)(workload).set(targetPort, read);
    return read;
  }
  if (search.why === 'port-name')
    return {
      ...NOTHING,
      absence: { kind: 'no-endpoint', text: `${name} has no container port named ${targetPort}` },
      unknowns: [`${name} has no container port named ${targetPort}.`],
      findings: place.service
        ? [portNameMissing(place.service, name, targetPort, search.names)]
        : [],
    };
  const why =
    search.why === 'none' ? 'no container' : 'several containers and none declares the port';
  return { ...NOTHING, unknowns: [`${name} has ${why}. Assign what it presents.`] };
}

function portNameMissing(
  service: ManifestObject,
  workload: string,
  port: number | string,
  names: readonly string[],
): Finding<WorkloadFindingCode> {
  const params = { workload, port: String(port), names: names.join(', ') || 'none' };
  return makeFinding({
    code: 'WORKLOAD-PORT-NAME-MISSING',
    severity: 'error',
    object: service,
    path: ['spec', 'ports'],
    params,
    step: 3,
    suffix: String(port),
  });
}

function severalMatch({ service, workloads }: BackendPlace): Finding<WorkloadFindingCode>[] {
  const [first] = workloads;
  if (service === undefined || first === undefined || workloads.length < 2) return [];
  const names = workloads.map((workload) => `${workload.kind} ${namespacedName(workload)}`);
  const params = {
    count: String(workloads.length),
    workloads: names.join(', '),
    workload: `${first.kind} ${first.name}`,
  };
  const path = ['spec', 'selector'];
  return [
    makeFinding({
      code: 'WORKLOAD-SEVERAL-MATCH',
      severity: 'note',
      object: service,
      path,
      params,
    }),
  ];
}
