import { describe, expect, it } from 'vitest';
import { defaultChoices } from './default-choices.ts';
import { neededMaterial } from './needed-material.ts';
import { backends } from './product.testing.ts';
import type { SetupChoices } from './types.ts';

const base = defaultChoices('nginx-gateway-fabric');
const [, workload, external] = backends;

describe('neededMaterial', () => {
  it.each<readonly [string, Partial<SetupChoices>, readonly string[]]>([
    ['mutual TLS to a Service', {}, ['needed', 'needed', 'needed', 'needed', 'needed']],
    ['one-way TLS', { mode: 'one-way' }, ['needed', 'needed', 'needed', 'no', 'no']],
    ['the system CAs', { authority: 'system' }, ['needed', 'needed', 'no', 'needed', 'needed']],
    ['cert-manager', { authority: 'cert-manager' }, ['no', 'no', 'no', 'no', 'no']],
    [
      'an existing workload',
      workload === undefined ? {} : { backend: workload },
      ['optional', 'optional', 'needed', 'needed', 'needed'],
    ],
    [
      'an existing workload with the CA beside its certificate',
      workload === undefined ? {} : { backend: workload, authority: 'secret' },
      ['needed', 'needed', 'needed', 'needed', 'needed'],
    ],
    [
      'an external host',
      external === undefined ? {} : { backend: external },
      ['optional', 'optional', 'needed', 'needed', 'optional'],
    ],
  ])('%s', (_, changes, expected) => {
    const { serverChain, serverKey, serverCa, client, clientCa } = neededMaterial({
      ...base,
      ...changes,
    });
    expect([serverChain, serverKey, serverCa, client, clientCa]).toEqual(expected);
  });
});
