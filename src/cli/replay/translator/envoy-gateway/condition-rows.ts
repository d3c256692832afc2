import type { Resolution } from '../../../../core/gateway-api/index.ts';
import type { ObjectStatus } from '../../../../core/implementations/status.ts';
import type { Fields } from '../../json.ts';
import { conditionTexts, type Condition } from '../condition-texts.ts';
import type { Table } from '../tables.ts';

/** Lists of a recorded output whose conditions are predicted. */
const JUDGED = [
  'backendTLSPolicies',
  'backends',
  'envoyProxiesForGateways',
  'gateways',
  'grpcRoutes',
  'httpRoutes',
  'listenerSets',
  'tcpRoutes',
  'tlsRoutes',
  'udpRoutes',
  'xListenerSets',
];

/**
 * Lists outside backend TLS, the class with its EnvoyProxy, and the intermediate form, whose upstreams are read
 * elsewhere.
 */
const PASSED_OVER = [
  'backendTrafficPolicies',
  'clientTrafficPolicies',
  'envoyExtensionPolicies',
  'envoyPatchPolicies',
  'envoyProxyForGatewayClass',
  'gatewayClass',
  'infraIR',
  'securityPolicies',
  'xdsIR',
];

/** Policies of these kinds and the telemetry of EnvoyProxy lead to BackendTLSPolicies too, as ancestors. */
const OUTSIDE_ANCESTORS = ['EnvoyExtensionPolicy', 'SecurityPolicy', 'EnvoyProxy'];

interface RecordedObject {
  readonly kind: string;
  readonly metadata: { readonly namespace?: string; readonly name: string };
  readonly status?: {
    readonly conditions?: readonly Condition[] | null;
    readonly listeners?:
      readonly { readonly name: string; readonly conditions: readonly Condition[] }[] | null;
    readonly parents?: readonly RecordedEntry[] | null;
    readonly ancestors?: readonly RecordedEntry[] | null;
  };
}

interface RecordedEntry {
  readonly parentRef?: object;
  readonly ancestorRef?: { readonly kind?: string };
  readonly controllerName?: string;
  readonly conditions: readonly Condition[];
}

/** Every recorded list of conditions; a list of objects that is neither judged nor passed over by name is a row. */
export function recordedConditions(output: Fields): Table {
  const rows = new Map<string, unknown>();
  for (const key of Object.keys(output))
    if (!JUDGED.includes(key) && !PASSED_OVER.includes(key)) rows.set(`list ${key}`, 'recorded');
  for (const { kind, metadata, status } of JUDGED.flatMap((key) => objectsAt(output, key))) {
    const place = `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
    const add = (where: string, conditions: readonly Condition[]): void => {
      addRow(rows, place, where, conditions);
    };
    // In a cluster there is one object of a name: the last.
    for (const name of rows.keys())
      if (name === place || name.startsWith(`${place} `)) rows.delete(name);
    add('', status?.conditions ?? []);
    for (const { name, conditions } of status?.listeners ?? []) add(`listener ${name}`, conditions);
    for (const { parentRef, controllerName, conditions } of status?.parents ?? [])
      add(`${refText(parentRef)} ${controllerName ?? ''}`, conditions);
    for (const { ancestorRef, controllerName, conditions } of status?.ancestors ?? [])
      if (!OUTSIDE_ANCESTORS.includes(ancestorRef?.kind ?? ''))
        add(`${refText(ancestorRef)} ${controllerName ?? ''}`, conditions);
  }
  return rows;
}

function objectsAt(output: Fields, key: string): readonly RecordedObject[] {
  return (output[key] ?? []) as readonly RecordedObject[];
}

/** The predicted ones; GatewayClasses are not part of a recorded output. */
export function predictedConditions(
  statuses: readonly ObjectStatus[],
  { index }: Resolution,
): Table {
  const rows = new Map<string, unknown>();
  for (const { objectId, kind, ref, controllerName, conditions } of statuses) {
    const object = index.byId.get(objectId);
    if (object === undefined || object.kind === 'GatewayClass') continue;
    const under = `${refText(ref)} ${controllerName ?? ''}`;
    const listener = `listener ${ref?.sectionName ?? ''}`;
    const where = { object: '', listener, parent: under, ancestor: under }[kind];
    addRow(rows, `${object.kind} ${object.namespace}/${object.name}`, where, conditions);
  }
  return rows;
}

/** A list without conditions is as good as none. */
function addRow(
  rows: Map<string, unknown>,
  place: string,
  where: string,
  conditions: readonly Condition[],
): void {
  if (conditions.length === 0) return;
  const name = where === '' ? place : `${place} under ${where}`;
  const before = rows.get(name);
  rows.set(name, [
    ...(Array.isArray(before) ? (before as string[]) : []),
    ...conditionTexts(conditions),
  ]);
}

function refText(ref: object | undefined): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(ref ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}
