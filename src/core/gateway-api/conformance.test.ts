import { describe, expect, it } from 'vitest';
import { indexObjects } from './index-objects.ts';
import { sharedObjects } from './objects.testing.ts';
import { resolve } from './resolve.ts';
import type { Resolution } from './types.ts';

const FOLDER = 'peer/gateway-api/conformance';
const base = sharedObjects(`${FOLDER}/base/manifests.yaml`);
if (base === null) console.info('Skipped: the conformance manifests are not on this machine.');

function run(file: string): Resolution {
  const objects = [...(base ?? []), ...(sharedObjects(`${FOLDER}/${file}.yaml`) ?? [])];
  return resolve(indexObjects(objects), { overrides: {} });
}

/** `route: reason` for every parentRef, `attached` when a listener takes it. */
function attachments(resolution: Resolution): readonly string[] {
  return resolution.attachments.map(({ routeId, reason, listeners }) => {
    const route = resolution.index.byId.get(routeId);
    const names = listeners.map(
      ({ listener, hostnames }) => `${listener.name} ${hostnames.join(',')}`,
    );
    return `${route?.name ?? ''}: ${reason ?? names.join('; ')}`;
  });
}

describe.skipIf(base === null)('the conformance manifests of Gateway API v1.6.1', () => {
  // Expected reasons: conformance/tests/*.go of that release.
  it.each([
    ['httproute-invalid-cross-namespace-parent-ref', ['NotAllowedByListeners']],
    ['httproute-invalid-parentref-not-matching-section-name', ['NoMatchingParent']],
    ['httproute-invalid-parentref-not-matching-listener-port', ['NoMatchingParent']],
    ['httproute-invalid-parentref-section-name-not-matching-port', ['NoMatchingParent']],
    ['httproute-cross-namespace', [undefined]],
    ['httproute-invalid-nonexistent-backendref', [undefined]],
    ['httproute-backend-protocol-h2c', [undefined]],
  ])('%s: %j', (file, reasons) => {
    expect(run(file).attachments.map(({ reason }) => reason)).toEqual(reasons);
  });

  it('intersects the host names of listeners and routes', () => {
    expect(attachments(run('httproute-hostname-intersection'))).toEqual([
      'specific-host-matches-listener-specific-host: listener-1 very.specific.com',
      'specific-host-matches-listener-wildcard-host: listener-2 foo.wildcard.io,bar.wildcard.io,foo.bar.wildcard.io',
      'wildcard-host-matches-listener-specific-host: listener-1 very.specific.com',
      'wildcard-host-matches-listener-wildcard-host: listener-3 *.anotherwildcard.io',
      'no-intersecting-hosts: NoMatchingListenerHostname',
      'httproute-hostname-intersection-all: listener-1 first.com,sub.first.com,second.com,sub.second.com',
    ]);
  });

  it.each([
    ['httproute-invalid-cross-namespace-backend-ref', ['denied']],
    ['httproute-invalid-reference-grant', ['denied']],
    ['httproute-partially-invalid-via-invalid-reference-grant', ['denied', 'granted']],
    ['httproute-reference-grant', ['granted']],
  ])('%s: backendRefs are %j', (file, permissions) => {
    const found = run(file).references.filter(({ kind }) => kind === 'backendRef');
    expect(found.map(({ permission }) => permission)).toEqual(permissions);
  });

  it.each([
    ['gateway-secret-invalid-reference-grant', 'denied'],
    ['gateway-secret-missing-reference-grant', 'denied'],
    ['gateway-secret-reference-grant-all-in-namespace', 'granted'],
    ['gateway-secret-reference-grant-specific', 'granted'],
  ])('%s: the listener certificate is %s', (file, permission) => {
    const found = run(file).references.filter(
      ({ kind, target }) => kind === 'listenerCertificateRef' && target.name === 'certificate',
    );
    expect(found.map((reference) => reference.permission)).toEqual([permission]);
  });

  it('gives each client certificate reference the condition it gets', () => {
    const { findings, index } = run('gateway-invalid-tls-backend-configuration');
    const told = findings
      .filter(({ step }) => step === 5)
      .map(({ code, subject, params }) => {
        const object = index.byId.get(subject.kind === 'object' ? subject.objectId : '');
        return `${object?.name ?? ''}: ${code} ${params.reason ?? ''}`.trim();
      });
    expect(told).toEqual([
      'gateway-client-certificate-nonexistent-secret: REFERENCE-TARGET-MISSING',
      'gateway-client-certificate-missing-reference-grant: REFERENCE-NOT-PERMITTED',
      'gateway-client-certificate-unsupported-group: REFERENCE-KIND-UNSUPPORTED InvalidClientCertificateRef',
      'gateway-client-certificate-unsupported-kind: REFERENCE-KIND-UNSUPPORTED InvalidClientCertificateRef',
      'malformed-client-certificate: TLS-KEY-MISSING',
      'malformed-client-certificate: TLS-KEY-MISSING',
    ]);
  });

  it('ranks policies on one Service and lets a port policy stand beside a general one', () => {
    const { policies, index } = run('backendtlspolicy-conflict-resolution');
    const ranked = [...policies].map(([place, { policyId, conflicted }]) => [
      place.replace('/Service/gateway-conformance-infra/backendtlspolicy-', ''),
      index.byId.get(policyId)?.name,
      conflicted.map((id) => index.byId.get(id)?.name),
    ]);
    expect(ranked).toEqual([
      [
        'conflicted-without-section-name-test',
        'conflicted-without-section-name-1',
        ['conflicted-without-section-name-2'],
      ],
      [
        'conflicted-with-section-name-test|https-1',
        'conflicted-with-section-name-1',
        ['conflicted-with-section-name-2'],
      ],
      ['not-conflicted-test|https-1', 'not-conflicted-with-section-name', []],
      ['not-conflicted-test', 'not-conflicted-without-section-name', []],
    ]);
  });

  it('takes an unknown CA kind for what it is', () => {
    const { findings } = run('backendtlspolicy-invalid-kind');
    expect(
      findings.filter(({ step }) => step === 8).map(({ code, params }) => [code, params.reason]),
    ).toEqual([['REFERENCE-KIND-UNSUPPORTED', 'InvalidKind']]);
  });
});
