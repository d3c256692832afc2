import { simulateOn, type Resolution } from '../../gateway-api/index.ts';
import type { Handshake } from '../../handshake/index.ts';
import { implementationInfo, predictStatusBy } from '../../implementations/index.ts';
import type { Finding, ImplementationId, Severity } from '../../model/index.ts';
import { verdictOfHandshake, type Verdict } from '../../topology/index.ts';
import { connectAll, type ConnectAllInput } from '../connect-all.ts';
import type { Connected } from '../connect.ts';
import { compareStatuses } from '../status/compare-statuses.ts';
import type { Comparison, ImplementationVerdict } from '../types.ts';
import { LENS_ORDER } from './lens-order.ts';

const WORST_FIRST: readonly Verdict[] = ['error', 'unknown', 'warning', 'ok'];

/**
 * What every implementation makes of the same manifests. One that runs Gateways here is asked about those; any other
 * about all of them, as if it ran them.
 *
 * @param input `resolution` is what the manifests say, without a lens
 */
export async function compareImplementations(input: ConnectAllInput): Promise<Comparison> {
  const foundBy: Record<string, Partial<Record<ImplementationId, Severity>>> = {};
  const implementations: ImplementationVerdict[] = [];
  for (const id of LENS_ORDER) {
    const { resolution, gateways } = askedOf(id, input.resolution);
    const connected = await connectAll({ ...input, resolution });
    for (const one of findingsOf(connected)) (foundBy[one.id] ??= {})[id] = one.severity;
    implementations.push(verdictOf(id, resolution, gateways, connected, input));
    await input.options.checkpoint?.();
  }
  return { implementations, foundBy };
}

/** What one implementation has to judge, and the Gateways here that it does run. */
function askedOf(
  id: ImplementationId,
  resolution: Resolution,
): { readonly resolution: Resolution; readonly gateways: readonly string[] } {
  const gateways = [...resolution.implementations]
    .filter(([, detected]) => detected.id === id)
    .map(([key]) => key);
  if (gateways.length === 0) return { resolution: simulateOn(resolution, id), gateways };
  const connections = resolution.connections.filter((one) => one.implementation.id === id);
  return { resolution: { ...resolution, connections }, gateways };
}

function findingsOf(connected: readonly Connected[]): readonly Finding[] {
  return connected.flatMap(({ programmed, findings }) => [
    ...(programmed?.findings ?? []),
    ...findings,
  ]);
}

function verdictOf(
  id: ImplementationId,
  resolution: Resolution,
  gateways: readonly string[],
  connected: readonly Connected[],
  { workspace }: ConnectAllInput,
): ImplementationVerdict {
  const { versions } = workspace.options;
  const { name, defaultVersion } = implementationInfo[id];
  const handshakes = connected.map(({ handshake }) => handshake);
  const worst = worstOf(handshakes);
  return {
    implementation: id,
    name,
    version: versions[id] ?? defaultVersion,
    gateways,
    verdict: worst === undefined ? 'unknown' : verdictOfHandshake(worst),
    headline: worst === undefined ? 'No connection to check' : stripText(worst),
    connections: handshakes.map((handshake) => ({
      connectionId: handshake.connectionId,
      verdict: verdictOfHandshake(handshake),
      headline: stripText(handshake),
    })),
    status: compareStatuses(predictStatusBy(id, resolution, versions), {
      id,
      gateways,
      resolution,
    }),
  };
}

function worstOf(handshakes: readonly Handshake[]): Handshake | undefined {
  const rank = (handshake: Handshake): number => WORST_FIRST.indexOf(verdictOfHandshake(handshake));
  return [...handshakes].sort((a, b) => rank(a) - rank(b))[0];
}

function stripText({ outcome }: Handshake): string {
  const { status } = outcome.client;
  const fails = outcome.stage !== 'ok' && outcome.stage !== 'not-checked';
  return fails && status !== null
    ? `${outcome.headline} · client gets ${String(status)}`
    : outcome.headline;
}
