import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '../../pki/base64.ts';
import { indexObjects, resolve, type Resolution } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition } from '../status.ts';
import { agentgatewayState } from './agentgateway-state.ts';
import divergences from './divergences.json' with { type: 'json' };
import { policyResources, type PolicyResource } from './policy-resources.testing.ts';
import { agentgatewayStatus } from './status/agentgateway-status.ts';
import {
  translatorCases,
  type RecordedResource,
  type RecordedStatus,
  type RecordedTls,
} from './translator-cases.testing.ts';

const cases = translatorCases();
if (cases.length === 0) console.info('Skipped: the translator cases are not on this machine.');
else console.info(`agentgateway translator: ${cases.length} recorded cases`);

/** Kinds whose status upstream records per folder; InferencePool and ListenerSet are outside backend TLS. */
const STATUS_KINDS: Readonly<Record<string, readonly string[]>> = {
  backends: ['AgentgatewayBackend', 'BackendTLSPolicy'],
  gateways: ['Gateway'],
};

function resolveFor(objects: readonly ManifestObject[]): Resolution {
  const gateways = objects.filter(({ kind }) => kind === 'Gateway');
  const overrides = Object.fromEntries(gateways.map(({ key }) => [key, 'agentgateway'] as const));
  return resolve(indexObjects(objects), { overrides });
}

type Settings = Readonly<Record<string, string | readonly string[]>>;

function recordedSettings(output: readonly RecordedResource[]): ReadonlyMap<string, Settings> {
  const found = new Map<string, Settings>();
  for (const { gateway, resource } of output) {
    const tls = resource?.policy?.backend?.backendTls;
    if (gateway === undefined || resource?.policy === undefined || tls === undefined) continue;
    const key = `${gateway.Namespace}/${gateway.Name} ${resource.policy.key}`;
    found.set(key, settingsOf(tls));
  }
  return found;
}

function settingsOf(tls: RecordedTls): Settings {
  const text = (bytes: string | undefined): string | undefined =>
    bytes === undefined ? undefined : new TextDecoder().decode(decodeBase64(bytes) ?? undefined);
  return defined({
    hostname: tls.hostname,
    root: text(tls.root),
    cert: text(tls.cert),
    key: text(tls.key),
    sans: tls.verifySubjectAltNames,
  });
}

function defined(
  settings: Readonly<Record<string, string | readonly string[] | undefined>>,
): Settings {
  const entries = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined || value.length === 0 ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

function predictedSettings(objects: readonly ManifestObject[]): ReadonlyMap<string, Settings> {
  const state = agentgatewayState(resolveFor(objects));
  return new Map(
    policyResources(state).map((resource) => {
      const { gateway, policy } = resource;
      const { hostname, sans, trust } = state.tlsPolicy(policy);
      const client = state.clientCertificate(gateway);
      const pair = client.kind === 'used' ? client.certificate : undefined;
      const dummy = client.kind === 'refused' ? 'invalid' : undefined;
      const root = trust?.kind === 'bundle' ? trust.material.pem : undefined;
      return [
        `${gateway.namespace}/${gateway.name} ${resourceKey(resource)}`,
        defined({
          hostname: hostname.value,
          root: trust === undefined ? 'invalid' : root,
          cert: pair?.chain.pem ?? dummy,
          key: pair?.key.pem ?? dummy,
          sans: sans.map(({ value }) => value.value),
        }),
      ];
    }),
  );
}

function resourceKey({ policy, target }: PolicyResource): string {
  const { kind, namespace, name } = target.reference.target;
  const host = kind === 'Service' ? `${name}.${namespace}.svc.cluster.local` : name;
  const section = target.port ?? target.section;
  const place = [namespace, host, ...(section === undefined ? [] : [section])].join('/');
  return `${policy.namespace}/${policy.name}:backend-tls:${place}`;
}

function sorted(conditions: readonly PredictedCondition[] | undefined): readonly unknown[] {
  return (conditions ?? [])
    .map(({ type, status, reason, message }) => ({ type, status, reason, message }))
    .sort((a, b) => (a.type < b.type ? -1 : 1));
}

function recordedConditions(status: readonly RecordedStatus[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const { kind, metadata, status: own } of status) {
    const name = `${kind} ${metadata.namespace}/${metadata.name}`;
    if (own.conditions !== undefined) found.set(name, sorted(own.conditions));
    for (const { ancestorRef, conditions } of own.ancestors ?? [])
      found.set(
        `${name} under ${ancestorRef.namespace ?? ''}/${ancestorRef.name}`,
        sorted(conditions),
      );
    for (const listener of own.listeners ?? [])
      found.set(`${name} listener ${listener.name}`, sorted(listener.conditions));
  }
  return found;
}

function predictedConditions(
  objects: readonly ManifestObject[],
  wanted: readonly string[],
): ReadonlyMap<string, unknown> {
  const resolution = resolveFor(objects);
  return new Map(
    agentgatewayStatus(resolution).flatMap((status) => {
      const object = resolution.index.byId.get(status.objectId);
      if (object === undefined || !wanted.includes(object.kind)) return [];
      return [[keyOf(object, status), sorted(status.conditions)] as const];
    }),
  );
}

function keyOf({ kind, namespace, name }: ManifestObject, status: ObjectStatus): string {
  const own = `${kind} ${namespace}/${name}`;
  if (status.kind === 'object') return own;
  if (status.kind === 'listener') return `${own} listener ${status.ref?.sectionName ?? ''}`;
  return `${own} under ${status.ref?.namespace ?? ''}/${status.ref?.name ?? ''}`;
}

const listed = (name: string, part: string): boolean =>
  (divergences as readonly { readonly case: string; readonly part: string }[]).some(
    (entry) => entry.case === name && entry.part === part,
  );

describe.skipIf(cases.length === 0)("agentgateway's own translator cases", () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s: policies', (name, one) => {
    const recorded = recordedSettings(one.output);
    const predicted = predictedSettings(one.objects);
    if (listed(name, 'policies')) expect(predicted).not.toEqual(recorded);
    else expect(predicted).toEqual(recorded);
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s: conditions', (name, one) => {
    const wanted = STATUS_KINDS[name.split('/')[0] ?? ''] ?? [];
    const recorded = recordedConditions(one.status);
    const predicted = predictedConditions(one.objects, wanted);
    if (listed(name, 'conditions')) expect(predicted).not.toEqual(recorded);
    else expect(predicted).toEqual(recorded);
  });
});
