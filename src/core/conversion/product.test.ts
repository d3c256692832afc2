import { describe, expect, it } from 'vitest';
import type { SetupChoices } from '../authoring/index.ts';
import type { ImplementationId } from '../model/index.ts';
import { convertTo, openChoices, pairs, sampleOf, verdicts } from './product.testing.ts';

/** Keys that every data plane takes: what a TLS library refuses is no matter of manifests. */
const everywhere: SetupChoices['certificates'] = { kind: 'issued', keyAlgorithm: 'EC P-256' };

const samples = (from: ImplementationId, seed: number) =>
  openChoices(from, from === 'agentgateway' ? 5 : 23, seed).map((choices) =>
    choices.certificates.kind === 'issued' ? { ...choices, certificates: everywhere } : choices,
  );

describe('conversions of what the wizard makes', () => {
  it.each(pairs)(
    'from %s to %s pass where all can be said, and keep the verdict on the way back',
    async (from, to) => {
      const broken: unknown[] = [];
      for (const choices of samples(from, from.length + to.length)) {
        const { workspace, material } = await sampleOf(choices);
        const steps = choices.mode === 'mutual' ? '11' : '8';
        const passing = (by: string) => [`${by}: All ${steps} steps pass, 200`];
        const there = convertTo(from, to, workspace);
        const back = convertTo(to, from, there.workspace, choices.gateway.version);
        const found = [
          await verdicts(workspace, material),
          there.notExpressible.length > 0 || (await verdicts(there.workspace, material)),
          [...there.notExpressible, ...back.notExpressible].length > 0 ||
            (await verdicts(back.workspace, material)),
        ];
        const wanted = [
          passing(from),
          there.notExpressible.length > 0 || passing(to),
          [...there.notExpressible, ...back.notExpressible].length > 0 || passing(from),
        ];
        if (JSON.stringify(found) !== JSON.stringify(wanted)) broken.push({ choices, found });
      }
      expect(broken).toEqual([]);
    },
    240_000,
  );
});
