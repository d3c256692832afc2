import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../gateway-api/index.ts';
import { programmed, resolveYaml, setup } from './setup.testing.ts';
import { kgatewayStatus } from './status/kgateway-status.ts';

const FILTERS =
  'filters: [{ type: ExtensionRef, extensionRef: { group: gateway.kgateway.dev, kind: TrafficPolicy, name: limits } }]';
const POLICY = `apiVersion: gateway.kgateway.dev/v1alpha1
kind: TrafficPolicy
metadata: { name: limits }
spec: {}`;

function filtered(...more: readonly string[]): Resolution {
  const documents = setup().map((text) => text.replace('rules: [{', `rules: [{ ${FILTERS},`));
  return resolveYaml(...documents, ...more);
}

/** `Type=Status/Reason: message` of the route. */
function conditions(resolution: Resolution, version: string): readonly string[] {
  return kgatewayStatus(resolution, version)
    .filter(({ objectId }) => resolution.index.byId.get(objectId)?.kind === 'HTTPRoute')
    .flatMap((status) => status.conditions)
    .map(({ type, status, reason, message }) => `${type}=${status}/${reason}: ${message}`);
}

const LOST = 'gateway.kgateway.dev/TrafficPolicy/default/limits: policy not found';
const RESOLVED = 'ResolvedRefs=True/ResolvedRefs: Successfully resolved all references';

describe('a rule whose ExtensionRef names no policy', () => {
  it('is replaced by an answer of 500, and the route is not programmed, before 2.4 not accepted', () => {
    const resolution = filtered();
    expect(conditions(resolution, '2.4')).toEqual([
      'Accepted=True/Accepted: Successfully accepted Route',
      RESOLVED,
      `kgateway.dev/Programmed=False/RouteRuleReplaced: Replaced Rule (0): ${LOST}`,
    ]);
    expect(conditions(resolution, '2.3')).toEqual([
      `Accepted=False/RouteRuleReplaced: Replaced Rule (0): ${LOST}`,
      RESOLVED,
    ]);
    const { upstream } = programmed(resolution);
    expect(upstream).toMatchObject({ mode: 'blocked', blockedStatus: 500, reason: LOST });
  });

  it('is told first that it has no backend', () => {
    const documents = setup().map((text) =>
      text.replace(/rules: \[.*\]/, `rules: [{ ${FILTERS} }]`),
    );
    expect(conditions(resolveYaml(...documents), '2.3')[0]).toBe(
      `Accepted=False/RouteRuleReplaced: Replaced Rule (0): no action specified\n${LOST}`,
    );
  });

  it('goes unnoticed in 2.0', () => {
    expect(conditions(filtered(), '2.0')[0]).toBe(
      'Accepted=True/Accepted: Successfully accepted Route',
    );
    expect(programmed(filtered(), '2.0').upstream.mode).toBe('plaintext');
  });

  it('is sound when the policy is there', () => {
    expect(conditions(filtered(POLICY), '2.3')).toEqual([
      'Accepted=True/Accepted: Successfully accepted Route',
      RESOLVED,
    ]);
  });
});
