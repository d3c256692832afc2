import type { WorkloadFindingCode } from '../../workload/findings.ts';
import type { FindingPage } from './types.ts';

/** Pages about the backend's workload. */
export const workloadPages: Readonly<Record<WorkloadFindingCode, FindingPage>> = {
  'WORKLOAD-NGINX-REFUSES': {
    title: 'nginx of the backend refuses its configuration',
    what: 'The configuration in the ConfigMap has an error that nginx reports at start.',
    why: 'The container exits, the Service has no ready endpoint, and clients get a 5xx answer.',
    fix: 'Correct the line that nginx names.',
  },
  'WORKLOAD-FILE-MISSING': {
    title: 'A certificate file that is not mounted',
    what: 'The configuration of the backend names a path, and the volume mounted there has no such file.',
    why: 'Its process does not start.',
    fix: 'Mount the key under that name, or change the path.',
  },
  'WORKLOAD-KEY-MISSING': {
    title: 'A volume that asks for a key that is not there',
    what: 'items of a volume lists keys of a Secret or ConfigMap. One does not exist.',
    why: 'The kubelet does not start the pods.',
    fix: 'Add the key, or change items.',
  },
  'WORKLOAD-PORT-NOT-SERVED': {
    title: 'A target port that nobody listens on',
    what: 'The Service sends to a port that the process of the backend does not open.',
    why: 'The connection is refused, and the client gets 502 or 503.',
    fix: 'Change targetPort of the Service, or let the process listen there.',
  },
  'WORKLOAD-PORT-NAME-MISSING': {
    title: 'A target port name that no container has',
    what: 'targetPort names a container port, and no container of the workload has one of that name.',
    why: 'The Service has no endpoint for the port.',
    fix: 'Name the container port, or write its number.',
  },
  'WORKLOAD-SEVERAL-MATCH': {
    title: 'A Service that selects several workloads',
    what: 'More than one workload carries the labels of the selector.',
    why: 'Connections go to any of them, which may present different certificates.',
    fix: 'Narrow the selector when this is not meant.',
  },
  'WORKLOAD-ASSIGNMENT-GONE': {
    title: 'An assignment of something that was removed',
    what: 'A certificate, key or CA was assigned to the backend and is no longer in the workspace.',
    why: 'That side of the handshake is not checked.',
    fix: 'Assign it again.',
  },
};
