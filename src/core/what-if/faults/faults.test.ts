import { describe, expect, it } from 'vitest';
import { IMPLEMENTATION_IDS, type ImplementationId } from '../../model/index.ts';
import { outlooksOf } from '../outlooks.ts';
import { context, setupFor } from '../setup.testing.ts';
import { applyFault } from './apply-fault.ts';
import { faultMenu } from './fault-menu.ts';
import { FAULT_IDS, type FaultId } from './types.ts';

const { analyze, now, crypto } = context;

/** Headline, log line and its writer, through the implementation itself. */
async function outcome(fault: FaultId, id: ImplementationId): Promise<readonly unknown[]> {
  const { workspace, ends } = await setupFor(id);
  const variant = await applyFault(fault, { workspace, ends, at: now, crypto });
  const analysis = await analyze(variant.workspace, { now, crypto });
  const own = outlooksOf(analysis, ends.connection.id).find((one) => one.implementation === id);
  return [own?.headline, own?.log?.by, own?.log?.text];
}

const nginx = (text: string) =>
  [
    'Fails at step 8 · client gets 502',
    'gateway',
    `upstream SSL certificate ${text} while SSL handshaking to upstream`,
  ] as const;
const envoy = (text: string) =>
  [
    'Fails at step 8 · client gets 503',
    'gateway',
    `TLS_error:|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:verify cert failed: ${text}:TLS_error_end`,
  ] as const;
const chain = (text: string) =>
  envoy(`X509_verify_cert: certificate verification error at depth 0: ${text}`);
const rustls = (text: string) =>
  [
    'Fails at step 8 · client gets 503',
    'gateway',
    `upstream call failed: Connect: invalid peer certificate: ${text}`,
  ] as const;

describe('a fault on the side of the backend', () => {
  it.each([
    ['wrong-ca', nginx('verify error: (21:unable to verify the first certificate)')],
    ['expired', nginx('verify error: (10:certificate has expired)')],
    ['not-yet-valid', nginx('verify error: (9:certificate is not yet valid)')],
    ['missing-intermediate', nginx('verify error: (21:unable to verify the first certificate)')],
    ['wrong-host-name', nginx('does not match "payments.internal.example"')],
  ] as const)('%s ends at step 8 of NGINX Gateway Fabric', async (fault, expected) => {
    expect(await outcome(fault, 'nginx-gateway-fabric')).toEqual(expected);
  });

  it.each([
    ['wrong-ca', chain('unable to get local issuer certificate')],
    ['expired', chain('certificate has expired')],
    ['not-yet-valid', chain('certificate is not yet valid')],
    ['missing-intermediate', chain('unable to get local issuer certificate')],
    ['wrong-host-name', envoy('SAN matcher, certificate SANs are [another-host.example.com]')],
  ] as const)('%s ends at step 8 of kgateway and Envoy Gateway', async (fault, expected) => {
    expect(await outcome(fault, 'kgateway')).toEqual(expected);
    expect(await outcome(fault, 'envoy-gateway')).toEqual(expected);
  });

  it.each([
    ['wrong-ca', rustls('UnknownIssuer')],
    [
      'expired',
      rustls(
        'certificate expired: verification time 1795176000 (UNIX), but certificate is not valid after 1795089600 (86400 seconds ago)',
      ),
    ],
    [
      'not-yet-valid',
      rustls(
        'certificate not valid yet: verification time 1795176000 (UNIX), but certificate is not valid before 1797768000 (2592000 seconds in future)',
      ),
    ],
    ['missing-intermediate', rustls('UnknownIssuer')],
    [
      'wrong-host-name',
      rustls(
        'certificate not valid for name "payments.internal.example"; certificate is only valid for DnsName("another-host.example.com")',
      ),
    ],
  ] as const)('%s ends at step 8 of agentgateway', async (fault, expected) => {
    expect(await outcome(fault, 'agentgateway')).toEqual(expected);
  });
});

describe('a fault that the backend answers', () => {
  it.each(IMPLEMENTATION_IDS)('is a 400 through %s', async (id) => {
    const suffix = 'while reading client request headers';
    expect(await outcome('no-client-certificate', id)).toEqual([
      'Fails at step 5 · client gets 400',
      'backend',
      `client sent no required SSL certificate ${suffix}`,
    ]);
    expect(await outcome('wrong-client-ca', id)).toEqual([
      'Fails at step 6 · client gets 400',
      'backend',
      `client SSL certificate verify error: (21:unable to verify the first certificate) ${suffix}`,
    ]);
    expect(await outcome('policy-deleted', id)).toEqual([
      'Fails at step 2 · client gets 400',
      'backend',
      `client sent plain HTTP request to HTTPS port ${suffix}`,
    ]);
  });
});

describe('the documents', () => {
  it('stay as they are, to the byte', async () => {
    const { workspace, ends } = await setupFor('nginx-gateway-fabric');
    const before = structuredClone(workspace);
    for (const fault of FAULT_IDS) {
      const variant = await applyFault(fault, { workspace, ends, at: now, crypto });
      expect(variant.workspace, fault).not.toEqual(workspace);
      expect(variant.changed.length, fault).toBeGreaterThan(0);
    }
    expect(workspace).toEqual(before);
  });

  it('are named where a fault would change them', async () => {
    const { workspace, ends } = await setupFor('nginx-gateway-fabric');
    const changed = async (fault: FaultId) =>
      (await applyFault(fault, { workspace, ends, at: now, crypto })).changed;
    expect(await changed('wrong-ca')).toEqual(['ConfigMap payments-ca, ca.crt']);
    expect(await changed('policy-deleted')).toEqual(['BackendTLSPolicy payments-tls']);
    expect(await changed('no-client-certificate')).toEqual([
      'The reference to the client certificate',
    ]);
  });
});

describe('the fault menu', () => {
  it('refuses none for mutual TLS', async () => {
    const { ends } = await setupFor('envoy-gateway');
    expect(faultMenu(ends).filter(({ refusal }) => refusal !== null)).toEqual([]);
  });

  it('refuses the faults of the client where TLS is one-way', async () => {
    const { ends } = await setupFor('kgateway', { mode: 'one-way' });
    const refused = faultMenu(ends).flatMap(({ id, refusal }) =>
      refusal === null ? [] : [[id, refusal]],
    );
    expect(refused).toEqual([
      ['no-client-certificate', 'One-way TLS: the gateway presents no certificate.'],
      ['wrong-client-ca', 'One-way TLS: the backend asks for no client certificate.'],
    ]);
  });
});
