import { numberAt, valueAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { DataPlaneLine } from '../../data-plane.ts';
import type { BackendOutcome } from '../rule-outcome.ts';
import {
  backendsOf,
  INVALID_BACKEND,
  upstreamName,
  type DataPlaneContext,
} from './data-plane-context.ts';
import { block, directive } from './nginx-lines.ts';

/**
 * How requests are shared among the backends of a rule; nothing when it has one.
 *
 * @param group name of the variable, without `$`
 * @see NGF nginx/config/split_clients.go `createBackendGroupSplitClientDistributions`
 */
export function splitClientsLines(
  context: DataPlaneContext,
  group: string,
): readonly DataPlaneLine[] {
  const backends = backendsOf(context);
  if (backends.length < 2) return [];
  const weights = backends.map((backend) => weightOf(context.route, backend));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const from = { objectId: context.route.id, path: rulePath(context) };
  const key = context.connection.routeKind === 'TLSRoute' ? '$connection' : '$request_id';
  const shares =
    total === 0
      ? [directive(`100% ${INVALID_BACKEND}`)]
      : percentages(weights, total).map((percent, at) => share(context, backends[at], percent));
  return block(`split_clients ${key} $${group}`, shares, from);
}

function share(
  context: DataPlaneContext,
  backend: BackendOutcome | undefined,
  percent: number,
): DataPlaneLine {
  const name = backend === undefined ? INVALID_BACKEND : upstreamName(context, backend);
  return directive(`${percent.toFixed(2)}% ${name}`, backend?.reference.from);
}

/** Rounded down to two digits; the last one gets the rest. */
function percentages(weights: readonly number[], total: number): readonly number[] {
  const rounded = weights.map((weight) => Math.floor((weight * 100 * 100) / total) / 100);
  const before = rounded.slice(0, -1);
  return [...before, 100 - before.reduce((sum, percent) => sum + percent, 0)];
}

function weightOf(route: ManifestObject, { reference }: BackendOutcome): number {
  return numberAt(valueAt(route.value, reference.from.path), ['weight']) ?? 1;
}

function rulePath({ connection }: DataPlaneContext) {
  return ['spec', 'rules', connection.ruleIndex, 'backendRefs'];
}
