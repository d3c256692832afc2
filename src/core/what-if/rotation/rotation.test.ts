import { describe, expect, it } from 'vitest';
import { IMPLEMENTATION_IDS } from '../../model/index.ts';
import { context, setupFor } from '../setup.testing.ts';
import { rehearseRotation } from './rehearse-rotation.ts';
import type { Rotation, RotationSide } from './types.ts';

async function rehearse(side: RotationSide, id = IMPLEMENTATION_IDS[0] as Id): Promise<Rotation> {
  const { workspace, ends } = await setupFor(id);
  const rotation = await rehearseRotation(side, workspace, ends, context);
  if (rotation.kind === 'refused') throw new Error(rotation.reason);
  return rotation;
}

type Id = (typeof IMPLEMENTATION_IDS)[number];

/** Rows of an order, each with what the live certificates get through one implementation. */
function played(rotation: Rotation, order: number, id: Id): readonly string[] {
  return (rotation.orders[order]?.rows ?? []).map(({ title, bundle, live }) => {
    const answers = live.map((leaf) => {
      const state = rotation.states.find((one) => one.bundle === bundle && one.leaf === leaf);
      const outlook = state?.outlooks.find(({ implementation }) => implementation === id);
      return `${leaf}: ${String(outlook?.headline)}`;
    });
    return `${title} · ${answers.join(', ')}`;
  });
}

const passes = 'All 11 steps pass';

describe('the rotation of the CA of the backend', () => {
  it.each([
    ['nginx-gateway-fabric', 'Fails at step 8 · client gets 502'],
    ['envoy-gateway', 'Fails at step 8 · client gets 503'],
    ['kgateway', 'Fails at step 8 · client gets 503'],
    ['agentgateway', 'Fails at step 8 · client gets 503'],
  ] as const)('breaks nothing in its order on %s, and breaks in the others', async (id, fails) => {
    const rotation = await rehearse('server', id);
    expect(played(rotation, 0, id)).toEqual([
      `Before · old: ${passes}`,
      `Both CAs are trusted · old: ${passes}`,
      `While the backend rolls · old: ${passes}, new: ${passes}`,
      `All present the new certificate · new: ${passes}`,
      `The old CA is gone · new: ${passes}`,
    ]);
    expect(played(rotation, 1, id)).toEqual([
      `Before · old: ${passes}`,
      `While the backend rolls · old: ${passes}, new: ${fails}`,
      `All present the new certificate · new: ${fails}`,
      `The new CA is trusted · new: ${passes}`,
    ]);
    expect(played(rotation, 2, id)).toEqual([
      `Before · old: ${passes}`,
      `Only the new CA is trusted · old: ${fails}`,
      `While the backend rolls · old: ${fails}, new: ${passes}`,
      `All present the new certificate · new: ${passes}`,
    ]);
  });

  it('names what each step changes, and what has to be reloaded', async () => {
    const { oldCa, newCa, steps } = await rehearse('server');
    expect([oldCa, newCa]).toEqual(['payments CA', 'payments CA 2026']);
    expect(steps.map(({ title, variant }) => [title, variant.changed])).toEqual([
      ['Let the gateway trust the new CA beside the old one', ['ConfigMap payments-ca, ca.crt']],
      [
        'Give the backend the certificate of the new CA',
        ['Secret payments-identity, tls.crt', 'Secret payments-identity, tls.key'],
      ],
      ['Take the old CA from what the gateway trusts', ['ConfigMap payments-ca, ca.crt']],
    ]);
    expect(steps[1]?.reload).toEqual([
      'The NGINX of the backend reads its files when it starts or reloads: roll out its pods, or reload each.',
    ]);
  });
});

describe('the rotation of the CA of the gateway', () => {
  it.each(IMPLEMENTATION_IDS)(
    'fails at step 6 on %s when the certificate comes first',
    async (id) => {
      const rotation = await rehearse('client', id);
      const fails = 'Fails at step 6 · client gets 400';
      expect(played(rotation, 0, id).filter((row) => row.includes('Fails'))).toEqual([]);
      expect(played(rotation, 1, id)).toEqual([
        `Before · old: ${passes}`,
        `While the gateway rolls · old: ${passes}, new: ${fails}`,
        `All present the new certificate · new: ${fails}`,
        `The new CA is trusted · new: ${passes}`,
      ]);
    },
  );

  it('is refused where the gateway presents nothing', async () => {
    const { workspace, ends } = await setupFor('kgateway', { mode: 'one-way' });
    expect(await rehearseRotation('client', workspace, ends, context)).toEqual({
      kind: 'refused',
      side: 'client',
      reason: 'The gateway presents no certificate here.',
    });
  });
});
