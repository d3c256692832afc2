import { expect, it } from 'vitest';
import type { Outlook } from '../../../core/what-if/types.ts';
import { firstOutlook, nextBreak, verdictBand } from './verdict-band.ts';

const outlook = (implementation: Outlook['implementation'], headline: string): Outlook => ({
  implementation,
  headline,
  verdict: headline.startsWith('Fails') ? 'error' : 'ok',
  step: null,
  log: null,
});

it('takes the turns of one connection through one implementation', () => {
  const today = outlook('kgateway', 'Passes');
  const turn = (connectionId: string, after: Outlook) => ({
    connectionId,
    label: '',
    before: today,
    after,
  });
  const fails = outlook('kgateway', 'Fails at step 8');
  const points = [
    { at: 20, causes: [], turns: [turn('b', fails)] },
    { at: 30, causes: [], turns: [turn('a', outlook('agentgateway', 'Fails at step 8'))] },
    { at: 40, causes: [], turns: [turn('a', fails)] },
    { at: 50, causes: [], turns: [turn('a', today)] },
  ];
  const forecast = { from: 10, points, dates: 4, leftOut: 0 };
  const spans = verdictBand(forecast, 'a', today);
  expect(spans).toEqual([
    { from: 10, to: 40, outlook: today },
    { from: 40, to: 50, outlook: fails },
    { from: 50, to: null, outlook: today },
  ]);
  expect([10, 39, 40].map((at) => nextBreak(spans, at)?.from)).toEqual([40, 40, undefined]);
  expect(firstOutlook(forecast, 'a', 'kgateway')).toBe(today);
  expect(firstOutlook(forecast, 'a', 'envoy-gateway')).toBeNull();
});
