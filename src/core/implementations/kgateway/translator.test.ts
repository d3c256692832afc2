import { describe, expect, it } from 'vitest';
import type { PredictedCondition } from '../status.ts';
import divergences from './divergences.json' with { type: 'json' };
import { recordedClusterTls, type ClusterTls } from './recorded-cluster.testing.ts';
import { translatorCases, type RecordedOutput } from './translator-cases.testing.ts';
import {
  predictedClusters,
  predictedStatuses,
  sorted,
  statusKey,
} from './translator-replay.testing.ts';

const VERSION = '2.4';
const cases = translatorCases();
if (cases.length === 0) console.info('Skipped: the translator cases are not on this machine.');
else console.info(`kgateway translator: ${cases.length} recorded outputs`);

/** Made by the test itself; no object of the inputs stands behind it. */
const OTHER_CLUSTERS = new Set(['test-backend-plugin_default_example-svc_80']);
/** Kinds outside backend TLS: their conditions are not predicted. */
const OTHER_POLICIES = new Set([
  'TrafficPolicy',
  'HTTPListenerPolicy',
  'ListenerPolicy',
  'DirectResponse',
  'GatewayExtension',
]);

function recordedClusters({ Clusters }: RecordedOutput): ReadonlyMap<string, ClusterTls> {
  return new Map(
    Clusters.filter(({ name }) => !OTHER_CLUSTERS.has(name)).map((cluster) => [
      cluster.name,
      recordedClusterTls(cluster),
    ]),
  );
}

function recordedStatuses({
  Statuses,
}: RecordedOutput): ReadonlyMap<string, readonly PredictedCondition[]> {
  const found = new Map<string, readonly PredictedCondition[]>();
  for (const [name, gateway] of Object.entries(Statuses.gateways ?? {})) {
    found.set(`Gateway ${name}`, sorted(gateway.conditions));
    for (const listener of gateway.listeners ?? [])
      found.set(`Gateway ${name} listener ${listener.name}`, sorted(listener.conditions));
  }
  for (const [kind, routes] of [
    ['HTTPRoute', Statuses.httpRoutes],
    ['GRPCRoute', Statuses.grpcRoutes],
    ['TLSRoute', Statuses.tlsRoutes],
  ] as const)
    for (const [name, { parents }] of Object.entries(routes ?? {}))
      for (const { parentRef, conditions } of parents ?? [])
        found.set(statusKey(`${kind} ${name}`, 'parent', parentRef), sorted(conditions));
  for (const [name, { ancestors }] of Object.entries(Statuses.policies ?? {})) {
    const [kind = '', ...rest] = name.split('/');
    if (OTHER_POLICIES.has(kind)) continue;
    for (const { ancestorRef, conditions } of ancestors ?? [])
      found.set(
        statusKey(`${kind} ${rest.join('/')}`, 'ancestor', ancestorRef),
        sorted(conditions),
      );
  }
  for (const [name, { conditions }] of Object.entries(Statuses.backends ?? {}))
    found.set(`Backend ${name}`, sorted(conditions));
  return found;
}

const listed = (name: string, part: string): boolean =>
  divergences.some((entry) => entry.case === name && entry.part === part);

describe.skipIf(cases.length === 0)("kgateway's own translator cases", () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s: clusters', (name, one) => {
    const recorded = recordedClusters(one.output);
    const predicted = predictedClusters(one.objects, VERSION);
    if (listed(name, 'clusters')) expect(predicted).not.toEqual(recorded);
    else expect(predicted).toEqual(recorded);
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s: conditions', (name, one) => {
    const recorded = recordedStatuses(one.output);
    const predicted = predictedStatuses(one.objects, VERSION);
    if (listed(name, 'conditions')) expect(predicted).not.toEqual(recorded);
    else expect(predicted).toEqual(recorded);
  });
});
