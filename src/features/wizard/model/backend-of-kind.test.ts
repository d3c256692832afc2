import { describe, expect, it } from 'vitest';
import { defaultChoices } from '../../../core/authoring/default-choices.ts';
import { withBackendKind, withHost } from './backend-of-kind.ts';

const base = defaultChoices('kgateway');

describe('withBackendKind', () => {
  it('keeps the name and the answers of the same kind', () => {
    expect(withBackendKind(base, 'service')).toBe(base);
    expect(withBackendKind(base, 'workload').backend).toEqual({
      kind: 'workload',
      name: 'payments',
      port: 8443,
      labels: { app: 'payments' },
      targetPort: 8443,
    });
  });

  it('asks a host outside the cluster for its own name', () => {
    const outside = withBackendKind(base, 'external');
    expect(outside.hosts.sni).toBe('payments.partner.example');
    expect(withHost(outside, 'api.partner.example').hosts.sni).toBe('api.partner.example');
  });

  it.each(['service', 'workload'] as const)(
    'asks a %s in the cluster for its name again',
    (kind) => {
      const inside = withBackendKind(withBackendKind(base, 'external'), kind);
      expect(inside.hosts.sni).toBe('payments.internal.example');
    },
  );

  it('leaves an SNI that was given', () => {
    const outside = withBackendKind(base, 'external');
    const given = { ...outside, hosts: { ...outside.hosts, sni: 'other.example' } };
    const moved = withHost(given, 'api.partner.example');
    expect(moved.hosts.sni).toBe('other.example');
    expect(moved.backend).toMatchObject({ host: 'api.partner.example' });
    expect(withBackendKind(moved, 'service').hosts.sni).toBe('other.example');
  });
});
