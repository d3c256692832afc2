import { describe, expect, it } from 'vitest';
import { defaultChoices } from '../../authoring/index.ts';
import { materialFor, NOW, workspaceOf } from '../../authoring/prove.testing.ts';
import { buildExample } from '../../examples/index.ts';
import type { Workspace } from '../../model/index.ts';
import { makeCa, makeLeaf } from '../../pki/issuing/chain.testing.ts';
import { context } from '../setup.testing.ts';
import { forecast } from './forecast.ts';

const DAY = 86_400_000;

/** One line for each date and implementation. */
async function lines(workspace: Workspace): Promise<readonly string[]> {
  const { points } = await forecast(workspace, context);
  return points.flatMap(({ at, causes, turns }) => {
    const why = causes.map(({ kind, title }) => `${title} ${kind}`).join(', ');
    const date = new Date(at).toISOString().slice(0, 19);
    return turns.map(({ after }) => `${date} ${why} · ${after.implementation} ${after.headline}`);
  });
}

const on = (workspace: Workspace, at: string): Workspace => ({
  ...workspace,
  options: { ...workspace.options, at },
});

describe('the dates on which a setup changes', () => {
  it('are those of the leaves in the NGINX Gateway Fabric example', async () => {
    const workspace = await buildExample('ngf-mutual-tls', { now: NOW, crypto: context.crypto });
    const why = 'storefront ends, catalog.shop.svc.cluster.local ends';
    const date = '2027-11-19T12:00:01';
    const found = await lines(workspace);
    expect(found.map((line) => line.replace(why, 'leaves'))).toEqual([
      `${date} leaves · nginx-gateway-fabric Fails at step 8 · client gets 502`,
      `${date} leaves · envoy-gateway Fails at step 8 · client gets 503`,
      `${date} leaves · kgateway Fails at step 8 · client gets 503`,
      `${date} leaves · agentgateway Fails at step 8 · client gets 503`,
    ]);
  });

  it('include the one on which an early certificate begins to hold', async () => {
    const workspace = await buildExample('kgateway-one-way', { now: NOW, crypto: context.crypto });
    const early = new Date(NOW - 10 * DAY).toISOString();
    const [first] = await lines(on(workspace, early));
    expect(first).toMatch(/^2026-11-19T12:00:00 .*begins · nginx-gateway-fabric All 8 steps pass/);
  });

  it('leave agentgateway alone when an anchor ends: rustls reads no dates of anchors', async () => {
    const choices = defaultChoices('agentgateway');
    const usual = await materialFor(choices);
    const ca = await makeCa('Short CA', undefined, { notAfter: NOW + 30 * DAY });
    const host = 'payments.internal.example';
    const leaf = await makeLeaf(host, ca, { notAfter: NOW + 60 * DAY });
    const material = {
      ...usual,
      server: { chain: { text: leaf.certificatePem }, key: { text: leaf.keyPem } },
      serverCa: { text: ca.certificatePem },
    };
    const found = await lines(workspaceOf(choices, material));
    expect(found).toEqual([
      '2026-12-20T12:00:01 Short CA ends · nginx-gateway-fabric Fails at step 8 · client gets 502',
      '2026-12-20T12:00:01 Short CA ends · envoy-gateway Fails at step 8 · client gets 503',
      '2026-12-20T12:00:01 Short CA ends · kgateway Fails at step 8 · client gets 503',
      `2027-01-19T12:00:01 ${host} ends · agentgateway Fails at step 8 · client gets 503`,
    ]);
  });
});

describe('the forecast', () => {
  it('ends when it is told to', async () => {
    const workspace = await buildExample('ngf-mutual-tls', { now: NOW, crypto: context.crypto });
    const stopped = forecast(workspace, {
      ...context,
      checkpoint: () => Promise.reject(new Error('stopped')),
    });
    await expect(stopped).rejects.toThrow('stopped');
  });

  it('tells how far it is', async () => {
    const workspace = await buildExample('ngf-mutual-tls', { now: NOW, crypto: context.crypto });
    const told: string[] = [];
    const onProgress = (done: number, total: number) => {
      told.push(`${String(done)}/${String(total)}`);
    };
    const { dates } = await forecast(workspace, { ...context, onProgress });
    expect(told).toEqual(Array.from({ length: dates }, (_, i) => `${String(i)}/${String(dates)}`));
  });
});
