import type { Resolution } from '../../gateway-api/index.ts';
import type { ObjectStatus } from '../status.ts';
import type { PeerCase } from './peer-case.testing.ts';

/** Lists of a recorded output whose conditions are predicted. */
const JUDGED = [
  'backendTLSPolicies',
  'backends',
  'envoyProxiesForGateways',
  'gateways',
  'grpcRoutes',
  'httpRoutes',
  'tcpRoutes',
  'tlsRoutes',
];

/** Lists outside backend TLS, and the intermediate form that other checks read. */
const PASSED_OVER = [
  'backendTrafficPolicies',
  'clientTrafficPolicies',
  'envoyExtensionPolicies',
  'infraIR',
  'securityPolicies',
  'xdsIR',
];

/** Policies of these kinds and the telemetry of EnvoyProxy lead to BackendTLSPolicies too, as ancestors. */
const OUTSIDE_ANCESTORS = ['EnvoyExtensionPolicy', 'SecurityPolicy', 'EnvoyProxy'];

interface RecordedCondition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

interface RecordedObject {
  readonly kind: string;
  readonly metadata: { readonly namespace?: string; readonly name: string };
  readonly status?: {
    readonly conditions?: readonly RecordedCondition[] | null;
    readonly listeners?:
      | readonly { readonly name: string; readonly conditions: readonly RecordedCondition[] }[]
      | null;
    readonly parents?: readonly RecordedEntry[] | null;
    readonly ancestors?: readonly RecordedEntry[] | null;
  };
}

interface RecordedEntry {
  readonly parentRef?: object;
  readonly ancestorRef?: { readonly kind?: string };
  readonly controllerName?: string;
  readonly conditions: readonly RecordedCondition[];
}

/** Names of lists that are neither judged nor passed over by name. */
export function unknownLists({ output }: PeerCase): readonly string[] {
  return Object.keys(output).filter((key) => !JUDGED.includes(key) && !PASSED_OVER.includes(key));
}

/** One line a condition, `Kind ns/name @ref Type=Status/Reason: message`, sorted. */
export function recordedLines({ output }: PeerCase): readonly string[] {
  return JUDGED.flatMap((key) => (output[key] ?? []) as readonly RecordedObject[])
    .flatMap(objectLines)
    .sort();
}

function objectLines({ kind, metadata, status }: RecordedObject): readonly string[] {
  const place = `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
  const ancestors = (status?.ancestors ?? []).filter(
    ({ ancestorRef }) => !OUTSIDE_ANCESTORS.includes(ancestorRef?.kind ?? ''),
  );
  return [
    ...lines(place, '', status?.conditions ?? []),
    ...(status?.listeners ?? []).flatMap(({ name, conditions }) =>
      lines(place, `listener ${name}`, conditions),
    ),
    ...(status?.parents ?? []).flatMap(({ parentRef, controllerName, conditions }) =>
      lines(place, `${refText(parentRef)} ${controllerName ?? ''}`, conditions),
    ),
    ...ancestors.flatMap(({ ancestorRef, controllerName, conditions }) =>
      lines(place, `${refText(ancestorRef)} ${controllerName ?? ''}`, conditions),
    ),
  ];
}

/** The same lines of what is predicted; GatewayClasses are not part of a recorded output. */
export function predictedLines(
  statuses: readonly ObjectStatus[],
  { index }: Resolution,
): readonly string[] {
  return statuses
    .flatMap(({ objectId, kind, ref, controllerName, conditions }) => {
      const object = index.byId.get(objectId);
      if (object === undefined || object.kind === 'GatewayClass') return [];
      const place = `${object.kind} ${object.namespace}/${object.name}`;
      const where = {
        object: '',
        listener: `listener ${ref?.sectionName ?? ''}`,
        parent: `${refText(ref)} ${controllerName ?? ''}`,
        ancestor: `${refText(ref)} ${controllerName ?? ''}`,
      }[kind];
      return lines(place, where, conditions);
    })
    .sort();
}

function lines(
  place: string,
  where: string,
  conditions: readonly RecordedCondition[],
): readonly string[] {
  return conditions.map(
    ({ type, status, reason, message }, at) =>
      `${place} @${where} ${at} ${type}=${status}/${reason}: ${message}`,
  );
}

function refText(ref: object | undefined): string {
  return JSON.stringify(Object.entries(ref ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}
