import { simulateOn, type Resolution } from '../../gateway-api/index.ts';
import type { Handshake } from '../../handshake/index.ts';
import { implementationInfo, predictStatusBy } from '../../implementations/index.ts';
import {
  IMPLEMENTATION_IDS,
  type Finding,
  type ImplementationId,
  type Severity,
} from '../../model/index.ts';
import { canBeSettled, isSettled } from '../settled-finding.ts';
import { verdictOfHandshake, worstOf } from '../../topology/index.ts';
import { connectAll } from '../connect-all.ts';
import type { ConnectContext, Connected } from '../connect.ts';
import { compareStatuses } from '../status/compare-statuses.ts';
import type { AnalyzeOptions, Comparison, ImplementationVerdict, LogLine } from '../types.ts';

/** What is compared, and what is known of it already. */
export interface ComparisonInput {
  /** What the manifests say, without a lens. */
  readonly resolution: Resolution;
  /** The connections on show, and the resolution that they were made with: without a lens that above. */
  readonly shown: { readonly resolution: Resolution; readonly connected: readonly Connected[] };
  readonly context: ConnectContext;
  readonly checkpoint: AnalyzeOptions['checkpoint'];
}

/**
 * What every implementation makes of the same manifests. One that runs Gateways here is asked about those; any other
 * about all of them, as if it ran them.
 */
export async function compareImplementations(input: ComparisonInput): Promise<Comparison> {
  const foundBy: Record<string, Partial<Record<ImplementationId, Severity>>> = {};
  const implementations: ImplementationVerdict[] = [];
  for (const id of IMPLEMENTATION_IDS) {
    const gateways = gatewaysOf(id, input.resolution);
    const resolution = resolutionFor(id, gateways, input);
    const connected = await connectedBy(id, resolution, input);
    const said = findingsOf(connected);
    for (const one of [...said, ...stillTrue(input.resolution, said)])
      (foundBy[one.id] ??= {})[id] = one.severity;
    implementations.push(verdictOf(id, resolution, gateways, connected, input.context));
    await input.checkpoint?.();
  }
  return { implementations, foundBy };
}

/** Problems that only some implementations have, for one that has them. */
function stillTrue({ findings }: Resolution, said: readonly Finding[]): readonly Finding[] {
  return findings.filter((one) => canBeSettled(one) && !isSettled(one, said));
}

/** The Gateways here that an implementation does run. */
function gatewaysOf(id: ImplementationId, { implementations }: Resolution): readonly string[] {
  return [...implementations].filter(([, detected]) => detected.id === id).map(([key]) => key);
}

/** What an implementation is asked about; the one on show has worked with it already. */
function resolutionFor(
  id: ImplementationId,
  gateways: readonly string[],
  { resolution, shown }: ComparisonInput,
): Resolution {
  if (gateways.length > 0) return resolution;
  const [first] = shown.resolution.implementations.values();
  const isShown = first?.how === 'simulated' && first.id === id;
  return isShown ? shown.resolution : simulateOn(resolution, id);
}

async function connectedBy(
  id: ImplementationId,
  resolution: Resolution,
  { shown, context, checkpoint }: ComparisonInput,
): Promise<readonly Connected[]> {
  if (resolution === shown.resolution)
    return shown.connected.filter(({ connection }) => connection.implementation.id === id);
  const own = resolution.connections.filter((one) => one.implementation.id === id);
  return connectAll(own, resolution, context, checkpoint);
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
  { workspace, at }: ConnectContext,
): ImplementationVerdict {
  const { versions } = workspace.options;
  const { name, defaultVersion } = implementationInfo[id];
  const handshakes = connected.map(({ handshake }) => handshake);
  const worst = worstOf(handshakes, verdictOfHandshake);
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
      step: handshake.outcome.causeStep ?? null,
      log: logLineOf(handshake),
    })),
    status: compareStatuses(predictStatusBy(id, resolution, versions, at), {
      id,
      gateways,
      resolution,
    }),
  };
}

function logLineOf({ outcome: { gatewayLog, backendLog } }: Handshake): LogLine | null {
  if (gatewayLog !== null) return { by: 'gateway', text: gatewayLog };
  return backendLog === null ? null : { by: 'backend', text: backendLog };
}

function stripText({ outcome }: Handshake): string {
  const { status } = outcome.client;
  const fails = outcome.stage !== 'ok' && outcome.stage !== 'not-checked';
  return fails && status !== null
    ? `${outcome.headline} · client gets ${String(status)}`
    : outcome.headline;
}
