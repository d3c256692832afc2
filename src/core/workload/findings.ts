import type { Wording } from '../model/index.ts';

type Params = Readonly<Record<string, string>>;

/** Codes of this area; the texts stand beside them and are collected in `analysis`. */
export type WorkloadFindingCode =
  | 'WORKLOAD-NGINX-REFUSES'
  | 'WORKLOAD-FILE-MISSING'
  | 'WORKLOAD-KEY-MISSING'
  | 'WORKLOAD-PORT-NOT-SERVED'
  | 'WORKLOAD-PORT-NAME-MISSING'
  | 'WORKLOAD-SEVERAL-MATCH'
  | 'WORKLOAD-ASSIGNMENT-GONE';

const word = (params: Params, name: string): string => params[name] ?? '…';

/** Params: `object` is `Kind name`, `field` a path; further ones per text. */
export const workloadWording: Record<WorkloadFindingCode, Wording> = {
  'WORKLOAD-NGINX-REFUSES': {
    title: (params) => `nginx of ${word(params, 'workload')} does not start`,
    detail: (params) => `[emerg] ${word(params, 'message')}`,
    action: (params) => `Correct line ${word(params, 'line')} of ${word(params, 'file')}.`,
    source: 'nginx src/core/ngx_conf_file.c, src/http/modules/ngx_http_ssl_module.c',
  },
  'WORKLOAD-FILE-MISSING': {
    title: (params) =>
      `${word(params, 'process')} of ${word(params, 'workload')} does not start: ${word(params, 'path')} does not exist`,
    detail: (params) =>
      `${word(params, 'directive')} names it${params.file === undefined ? '' : ` in ${params.file}:${word(params, 'line')}`}. Volume ${word(params, 'volume')} is mounted there and has no such file.`,
    action: (params) =>
      params.closest === undefined
        ? 'Add the key to the object that is mounted, or change the path.'
        : `Write ${params.closest}, or add the key to the object that is mounted.`,
    source:
      'nginx: cannot load certificate, BIO_new_file() failed; Go os.Open: no such file or directory',
  },
  'WORKLOAD-KEY-MISSING': {
    title: (params) =>
      `Pods of ${word(params, 'object')} do not start: ${word(params, 'target')} has no key ${word(params, 'key')}`,
    detail: (params) =>
      `${word(params, 'field')} asks for it. The kubelet says: references non-existent ${word(params, 'what')} key: ${word(params, 'key')}.`,
    action: (params) => `Add the key to ${word(params, 'target')}, or change items.`,
    source: 'Kubernetes pkg/volume/secret, pkg/volume/configmap',
  },
  'WORKLOAD-PORT-NOT-SERVED': {
    title: (params) =>
      `nothing in ${word(params, 'workload')} listens on port ${word(params, 'port')}`,
    detail: (params) =>
      `${word(params, 'process')} listens on ${word(params, 'ports')}. The gateway's connection is refused.`,
    action: (params) => `${word(params, 'remedy')}, or change targetPort of the Service.`,
    source: 'nginx ngx_http_core_module: listen; connect(2): ECONNREFUSED',
  },
  'WORKLOAD-PORT-NAME-MISSING': {
    title: (params) =>
      `${word(params, 'workload')} has no container port named ${word(params, 'port')}`,
    detail: (params) =>
      `${word(params, 'object')} sends its traffic to that name. Without it the Service has no endpoint for this port. Names that exist: ${word(params, 'names')}.`,
    action: () => 'Name the container port, or write its number in targetPort.',
    source: 'Kubernetes API: ServicePort.targetPort',
  },
  'WORKLOAD-SEVERAL-MATCH': {
    title: (params) => `${word(params, 'object')} selects ${word(params, 'count')} workloads`,
    detail: (params) =>
      `${word(params, 'workloads')} carry its labels, so connections go to any of them. What ${word(params, 'workload')} presents is shown.`,
    action: () => 'Narrow the selector if this is not meant.',
    source: 'Kubernetes API: Service.spec.selector',
  },
  'WORKLOAD-ASSIGNMENT-GONE': {
    title: (params) => `The assignment for ${word(params, 'target')} names something that is gone`,
    detail: (params) =>
      `${word(params, 'part')} was ${word(params, 'material')}, which is not in the workspace any more.`,
    action: () => 'Assign it again in the inspector.',
    source: 'The assignments of this workspace',
  },
};
