import { describe, expect, it } from 'vitest';
import { defaultChoices } from './default-choices.ts';
import { followChoices, ownFields } from './follow-choices.ts';
import type { SetupChoices } from './types.ts';

const base = defaultChoices('envoy-gateway');
const none: ReadonlySet<never> = new Set();

describe('followChoices', () => {
  it('leaves the defaults as they are', () => {
    expect(followChoices(base, none)).toEqual(base);
    expect([...ownFields(base)]).toEqual([]);
  });

  it.each<readonly [string, Partial<SetupChoices>, Partial<SetupChoices['namespaces']>]>([
    ['the CA for trust-manager', { authority: 'cert-manager' }, { ca: 'cert-manager' }],
    [
      'the client certificate of one Backend',
      {
        gateway: { implementation: 'envoy-gateway', version: '1.9', clientCertificate: 'backend' },
      },
      { clientIdentity: 'payments' },
    ],
    [
      'everything that stands beside the backend',
      { namespaces: { ...base.namespaces, app: 'shop' } },
      { route: 'shop', ca: 'shop', clientIdentity: 'infra' },
    ],
  ])('moves %s', (_, changes, expected) => {
    expect(followChoices({ ...base, ...changes }, none).namespaces).toMatchObject(expected);
  });

  it('leaves what a person chose', () => {
    const choices: SetupChoices = { ...base, hosts: { ...base.hosts, sni: 'other.example' } };
    expect(followChoices(choices, none).hosts.verified).toEqual(['other.example']);
    expect([...ownFields(choices)]).toEqual(['verified']);
    expect(followChoices(choices, ownFields(choices))).toEqual(choices);
  });
});
