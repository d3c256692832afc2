import type { DetectedImplementation } from '../gateway-api/types.ts';
import type { Handshake } from '../handshake/types.ts';
import { implementationInfo } from '../implementations/index.ts';
import type { ImplementationId } from '../model/index.ts';
import { verdictOfHandshake, type Verdict } from '../topology/index.ts';
import type { ImplementationVerdict } from './types.ts';

const LENS_ORDER: readonly ImplementationId[] = [
  'nginx-gateway-fabric',
  'envoy-gateway',
  'kgateway',
  'agentgateway',
];

const WORST_FIRST: readonly Verdict[] = ['error', 'unknown', 'warning', 'ok'];

/**
 * The verdict strip: one entry for each implementation that a Gateway of the workspace runs, with the worst of its
 * connections. An implementation whose verdicts do not exist yet says "Not checked" with the reason.
 */
export function implementationVerdicts(
  gateways: ReadonlyMap<string, DetectedImplementation>,
  handshakes: readonly Handshake[],
  versions: Readonly<Partial<Record<ImplementationId, string>>>,
): readonly ImplementationVerdict[] {
  return LENS_ORDER.flatMap((id) => {
    const keys = [...gateways].filter(([, detected]) => detected.id === id).map(([key]) => key);
    if (keys.length === 0) return [];
    const info = implementationInfo[id];
    const own = handshakes.filter((handshake) => handshake.implementation === id);
    const worst = worstOf(own);
    return [
      {
        implementation: id,
        name: info.name,
        version: versions[id] ?? info.defaultVersion,
        verdict: worst === undefined ? ('unknown' as const) : verdictOfHandshake(worst),
        headline: worst === undefined ? 'No connection to check' : stripText(worst),
        gateways: keys,
      },
    ];
  });
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
