import { describe, expect, it } from 'vitest';
import { implementationInfo } from '../implementations/index.ts';
import { silentChanges } from './announced.testing.ts';
import { openChoices, pairs, sampleOf } from './product.testing.ts';

describe('conversions of what the wizard makes', () => {
  it.each(pairs)(
    'from %s to %s change nothing in silence, there and back',
    async (from, to) => {
      const silent: unknown[] = [];
      for (const choices of openChoices(
        from,
        from === 'agentgateway' ? 13 : 61,
        from.length * to.length,
      )) {
        const { workspace, material } = await sampleOf(choices);
        const roots = material.serverCa?.text ?? '';
        const version = implementationInfo[to].defaultVersion;
        const there = await silentChanges(
          workspace,
          { from, to, version, removeIdle: false },
          roots,
        );
        const request = { from: to, to: from, version: choices.gateway.version, removeIdle: false };
        const back = await silentChanges(there.converted, request, roots);
        if (there.silent.length + back.silent.length > 0)
          silent.push({ choices, there: there.silent, back: back.silent });
      }
      expect(silent).toEqual([]);
    },
    240_000,
  );
});
