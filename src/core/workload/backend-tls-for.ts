import {
  makeFinding,
  namespacedName,
  type BackendTarget,
  type ObjectIndex,
  type Resolution,
} from '../gateway-api/index.ts';
import type { ManifestObject } from '../manifest/types.ts';
import type { Assignment, Finding } from '../model/index.ts';
import { applyAssignment, type Materials } from './apply-assignment.ts';
import { backendPlace, type BackendPlace } from './backend-place.ts';
import { findContainer } from './find-container.ts';
import type { WorkloadFindingCode } from './findings.ts';
import { NOTHING, readContainer, type WorkloadTls } from './read-container.ts';
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
  const assignmentTarget = place.assignmentTargets[0] ?? backend.target.key;
  const [workload] = place.workloads;
  if (workload === undefined)
    return { ...NOTHING, assignmentTarget, unknowns: [whyNoWorkload(backend, place)] };
  const several = place.workloads.length > 1 ? severalMatch(place) : [];
  const read = readWorkload(index, place, workload);
  const findings = [...read.findings, ...several];
  return { ...read, findings, assignmentTarget, workloadId: workload.id };
}

function whyNoWorkload(backend: BackendTarget, { service, host }: BackendPlace): string {
  const assign = 'Assign the certificates it presents and the client CA it demands.';
  if (host !== undefined) return `${host.name}:${host.port} is outside the cluster. ${assign}`;
  if (service === undefined)
    return `${backend.target.kind} ${backend.target.name} is not among the files. ${assign}`;
  return `No workload among the files carries the labels that Service ${service.name} selects. ${assign}`;
}

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
  const search = findContainer(workload, targetPort);
  if (search.ok) return readContainer(index, workload, search.container);
  if (search.why === 'port-name')
    return {
      ...NOTHING,
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
  if (service === undefined || first === undefined) return [];
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
