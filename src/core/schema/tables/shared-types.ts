import { mustHavePort } from '../rules/backend-ref-rules.ts';
import { atomic, choice, int32, listMap, map, obj, str, text, withDefault } from './notation.ts';

/** String types of Gateway API. Source: gateway-api `apis/v1/shared_types.go` L610-830. */
const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const NAME = `${LABEL}(\\.${LABEL})*`;
const PATH_CHARACTERS = "\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+";

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';
export const group = { type: 'string', maxLength: 253, pattern: `^$|^${NAME}$` } as const;
export const kind = text(1, 63, '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$');
export const objectName = text(1, 253);
export const namespace = text(1, 63, `^${LABEL}$`);
export const sectionName = text(1, 253, `^${NAME}$`);
export const preciseHostname = text(1, 253, `^${NAME}$`);
export const hostname = text(1, 253, `^(\\*\\.)?${NAME}$`);
export const absoluteUri = text(1, 253, '^(([^:/?#]+):)(//([^/?#]*))([^?#]*)(\\?([^#]*))?(#(.*))?');
export const controllerName = text(1, 253, `^${NAME}${PATH_CHARACTERS}$`);
export const addressType = withDefault(
  text(1, 253, `^Hostname|IPAddress|NamedAddress|${NAME}${PATH_CHARACTERS}$`),
  'IPAddress',
);
export const wellKnownCaCertificates = text(
  1,
  253,
  `^(System|(${NAME}/([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]))$`,
);
export const headerName = text(1, 256, "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$");
export const HEADER_VALUE_PATTERN = '^[!-~]+([\\t ]?[!-~]+)*$';
export const duration = str({ pattern: '^([0-9]{1,5}(h|m|s|ms)){1,4}$' });
export const port = int32(1, 65535);
export const annotationValue = text(0, 4096);
export const labelValue = text(0, 63, '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$');
export const options = map(annotationValue, { maxProperties: 16 });

/** Group, kind and name, all required: LocalObjectReference. */
export const localObjectReference = obj({ 'group!': group, 'kind!': kind, 'name!': objectName });

/** ObjectReference: the same, in any namespace. */
export const objectReference = obj({
  'group!': group,
  'kind!': kind,
  'name!': objectName,
  namespace,
});

/** SecretObjectReference: a core Secret unless said otherwise. */
export const secretReference = obj({
  group: withDefault(group, ''),
  kind: withDefault(kind, 'Secret'),
  'name!': objectName,
  namespace,
});

const backendFields = {
  group: withDefault(group, ''),
  kind: withDefault(kind, 'Service'),
  'name!': objectName,
  namespace,
  port,
};

/** BackendObjectReference: a core Service unless said otherwise. */
export const backendObjectReference = obj(backendFields, { rules: [mustHavePort] });

/** BackendRef with its weight; `extra` are the filters of HTTPRoute and GRPCRoute. */
export function backendRef(extra: Parameters<typeof obj>[0] = {}) {
  const weight = int32(0, 1_000_000, { default: 1 });
  return obj({ ...extra, ...backendFields, weight }, { rules: [mustHavePort] });
}

export const parentReference = obj({
  group: withDefault(group, GATEWAY_GROUP),
  kind: withDefault(kind, 'Gateway'),
  'name!': objectName,
  namespace,
  port,
  sectionName,
});

/** metav1.LabelSelector. */
export const labelSelector = obj({
  matchExpressions: atomic(obj({ 'key!': str(), 'operator!': str(), values: atomic(str()) })),
  matchLabels: map(str()),
});

const condition = obj({
  'lastTransitionTime!': str({ format: 'date-time' }),
  'message!': str({ maxLength: 32768 }),
  observedGeneration: { type: 'integer', format: 'int64', minimum: 0 },
  'reason!': text(1, 1024, '^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$'),
  'status!': choice(['True', 'False', 'Unknown']),
  'type!': str({
    maxLength: 316,
    pattern: `^(${NAME}/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$`,
  }),
});

/** metav1.Condition list; `extra` holds its default and bounds. */
export function conditions(extra: Parameters<typeof listMap>[2] = { maxItems: 8 }) {
  return listMap('type', condition, extra);
}

/** Conditions that the CRD fills in until a controller has written its own. */
export function waitingConditions(...types: readonly string[]) {
  return types.map((type) => ({
    type,
    status: 'Unknown',
    reason: 'Pending',
    message: 'Waiting for controller',
    lastTransitionTime: '1970-01-01T00:00:00Z',
  }));
}

/** `status.parents` of every route. */
export const routeStatus = obj({
  'parents!': atomic(
    obj({
      'conditions!': conditions({ minItems: 1, maxItems: 8 }),
      'controllerName!': controllerName,
      'parentRef!': parentReference,
    }),
    { maxItems: 32 },
  ),
});

/** `status.ancestors` of every policy. */
export const policyStatus = obj({
  'ancestors!': atomic(
    obj({
      'ancestorRef!': parentReference,
      'conditions!': conditions({ minItems: 1, maxItems: 8 }),
      'controllerName!': controllerName,
    }),
    { maxItems: 16 },
  ),
});
