import { describe, expect, it } from 'vitest';
import { applyFault } from '../faults/apply-fault.ts';
import { context, setupFor } from '../setup.testing.ts';
import { compareStates } from './compare-states.ts';

describe('the comparison of two states', () => {
  it('tells verdicts, findings and objects that a fault changes', async () => {
    const { workspace, ends } = await setupFor('kgateway');
    const { now, crypto } = context;
    const variant = await applyFault('wrong-ca', { workspace, ends, at: now, crypto });
    const { outlooks, findings, objects } = await compareStates(
      workspace,
      variant.workspace,
      context,
    );
    expect(
      outlooks.map(({ changed, before, after }) => [
        changed,
        before?.headline,
        after?.implementation,
        after?.headline,
      ]),
    ).toEqual([
      [true, 'All 11 steps pass', 'nginx-gateway-fabric', 'Fails at step 8 · client gets 502'],
      [true, 'All 11 steps pass', 'envoy-gateway', 'Fails at step 8 · client gets 503'],
      [true, 'All 11 steps pass', 'kgateway', 'Fails at step 8 · client gets 503'],
      [true, 'All 11 steps pass', 'agentgateway', 'Fails at step 8 · client gets 503'],
    ]);
    expect(findings.gone).toEqual([]);
    expect(findings.new.map(({ severity }) => severity)).toContain('error');
    expect(objects).toEqual([
      {
        key: '/ConfigMap/payments/payments-ca',
        kind: 'ConfigMap',
        name: 'payments-ca',
        namespace: 'payments',
        change: 'edited',
      },
    ]);
  });

  it('finds nothing between a state and itself', async () => {
    const { workspace } = await setupFor('kgateway');
    const { outlooks, findings, objects } = await compareStates(workspace, workspace, context);
    expect(outlooks.filter(({ changed }) => changed)).toEqual([]);
    expect([findings.gone, findings.new, objects]).toEqual([[], [], []]);
  });

  it('tells a removed object from an added one', async () => {
    const { workspace, ends } = await setupFor('nginx-gateway-fabric');
    const { now, crypto } = context;
    const request = { workspace, ends, at: now, crypto };
    const { workspace: without } = await applyFault('policy-deleted', request);
    const changes = async (a: typeof workspace, b: typeof workspace) =>
      (await compareStates(a, b, context)).objects.map(({ name, change }) => [name, change]);
    expect(await changes(workspace, without)).toEqual([['payments-tls', 'removed']]);
    expect(await changes(without, workspace)).toEqual([['payments-tls', 'added']]);
  });
});
