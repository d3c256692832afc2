import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SetupChoices } from '../../authoring/index.ts';
import type { JsonObject } from '../../manifest/types.ts';
import type { ImplementationId, Workspace } from '../../model/index.ts';
import { convertTo, openChoices, pairs, sampleOf } from '../product.testing.ts';
import type { Conversion, OfferAspect } from '../types.ts';
import { parametersArbitrary, tuned } from './tuned.testing.ts';

/** The losses that tell of a parameter. */
const TOLD_BY: Readonly<Partial<Record<OfferAspect, readonly string[]>>> = {
  versions: ['TLS-VERSIONS', 'NO-VERSION'],
  suites: ['CIPHER-SUITES', 'TLS-VERSIONS'],
  groups: ['GROUPS'],
  schemes: ['SIGNATURE-ALGORITHMS'],
  alpn: ['ALPN', 'ALPN-ON', 'ALPN-NOT-SPOKEN'],
};

const FIELDS: Readonly<Record<string, OfferAspect>> = {
  minVersion: 'versions',
  ciphers: 'suites',
  ecdhCurves: 'groups',
  signatureAlgorithms: 'schemes',
  alpnProtocols: 'alpn',
};

/** Written parameters that connections offer in another way afterwards, without a loss that says so. */
function untold({ offers, notExpressible }: Conversion, fields: readonly string[]) {
  const codes = notExpressible.map(({ code }): string => code);
  if (codes.includes('PARAMETERS-HELD')) return [];
  return fields.flatMap((field) => {
    const aspect = FIELDS[field];
    const change = offers.find((one) => one.aspect === aspect);
    if (aspect === undefined || change === undefined) return [];
    return TOLD_BY[aspect]?.some((code) => codes.includes(code)) === true ? [] : [change];
  });
}

/** Setups that have a place for parameters: Envoy Gateway's EnvoyProxy, kgateway's BackendConfigPolicy. */
const samples = (from: ImplementationId): readonly SetupChoices[] => {
  const maker = from === 'agentgateway' ? 'envoy-gateway' : from;
  return openChoices(maker, 7).filter(
    ({ gateway: own }) =>
      (own.implementation === 'envoy-gateway' &&
        own.clientCertificate.startsWith('envoy-proxy-of')) ||
      (own.implementation === 'kgateway' && own.policy === 'backend-config-policy'),
  );
};

/** The parameters that agentgateway has, and the fields of its policy that hold them. */
const AGENTGATEWAY_FIELDS: Readonly<Record<string, string>> = {
  ecdhCurves: 'keyExchangeGroups:',
  alpnProtocols: 'alpnProtocols:',
};

/**
 * What the source reads of the parameters: kgateway before 2.4 no signature algorithms, agentgateway what its policy holds: a
 * list of groups that it does not have was lost on the way to it.
 */
function writtenFields(
  gateway: SetupChoices['gateway'],
  from: ImplementationId,
  source: Workspace,
  parameters: JsonObject,
): readonly string[] {
  const all = Object.keys(parameters);
  const isOld = from === 'kgateway' && gateway.version !== '2.4';
  if (from !== 'agentgateway')
    return all.filter((field) => !(isOld && field === 'signatureAlgorithms'));
  const policies = source.files.filter(({ text }) => text.includes('kind: AgentgatewayPolicy'));
  return all.filter((field) => {
    const own = AGENTGATEWAY_FIELDS[field];
    return own !== undefined && policies.some(({ text }) => text.includes(own));
  });
}

it.each(pairs.filter(([from]) => from !== 'nginx-gateway-fabric'))(
  'parameters from %s to %s are carried or told as lost',
  async (from, to) => {
    const choices = samples(from);
    expect(choices.length).toBeGreaterThan(2);
    const anyOf = fc.tuple(fc.constantFrom(...choices), parametersArbitrary);
    await fc.assert(
      fc.asyncProperty(anyOf, async ([one, parameters]) => {
        const { workspace } = await sampleOf(one);
        const source = tuned(workspace, from, parameters);
        if (source === null) return;
        const fields = writtenFields(one.gateway, from, source, parameters);
        expect(untold(convertTo(from, to, source), fields)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  },
  120_000,
);
