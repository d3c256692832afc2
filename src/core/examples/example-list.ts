import type { BrokenTwinId, Example } from './types.ts';

const working: readonly Example[] = [
  {
    id: 'ngf-mutual-tls',
    title: 'NGINX Gateway Fabric: mutual TLS',
    description:
      'A shop gateway and its catalog service prove themselves to each other: Gateway client certificate, BackendTLSPolicy, and an nginx workload that demands the certificate.',
    implementation: 'nginx-gateway-fabric',
    mutual: true,
    expected: 'All eleven steps pass and the client sees 200.',
    failsAt: null,
  },
  {
    id: 'kgateway-one-way',
    title: 'kgateway: one-way TLS in the cluster',
    description:
      'The gateway checks the catalog service with a BackendTLSPolicy and a CA in a ConfigMap; the service asks for no client certificate.',
    implementation: 'kgateway',
    mutual: false,
    expected: 'All eight steps of one-way TLS pass, over TLS 1.2, and the client sees 200.',
    failsAt: null,
  },
  {
    id: 'kgateway-external',
    title: 'kgateway: external host with system CAs',
    description:
      'A static Backend outside the cluster, checked against the system trust store; the route rewrites the host name.',
    implementation: 'kgateway',
    mutual: false,
    expected:
      'Graph and references are complete without a finding; what the external host presents is not known until its chain is assigned.',
    failsAt: null,
  },
  {
    id: 'envoy-gateway-mutual-tls',
    title: 'Envoy Gateway: mutual TLS',
    description:
      'EnvoyProxy holds the client certificate for every backend of the gateway; a BackendTLSPolicy checks the catalog service.',
    implementation: 'envoy-gateway',
    mutual: true,
    expected: 'All eleven steps pass and the client sees 200.',
    failsAt: null,
  },
];

const twins: Record<
  BrokenTwinId,
  Pick<Example, 'title' | 'description' | 'expected' | 'failsAt'>
> = {
  'wrong-ca': {
    title: 'Wrong CA',
    description: 'The ConfigMap that the policy names holds the CA of another team.',
    expected:
      'Step 8 fails: "unable to get local issuer certificate"; the client sees 502 Bad Gateway.',
    failsAt: 8,
  },
  expired: {
    title: 'Expired certificate',
    description: 'The certificate of the catalog service ended 30 days ago.',
    expected: 'Step 8 fails: "certificate has expired"; the client sees 502 Bad Gateway.',
    failsAt: 8,
  },
  'no-san': {
    title: 'No subject alternative name',
    description:
      'The certificate of the catalog service has only the common name "catalog", as hand-made ones often do.',
    expected:
      "Step 8 fails: nginx compares the common name, which is not the policy's hostname; Envoy would not look at it at all. The client sees 502 Bad Gateway.",
    failsAt: 8,
  },
  'missing-intermediate': {
    title: 'Missing intermediate',
    description: 'The catalog service sends its own certificate without the CA that issued it.',
    expected:
      'Step 8 fails: "unable to verify the first certificate"; the client sees 502 Bad Gateway.',
    failsAt: 8,
  },
  'client-cert-not-trusted': {
    title: 'Client certificate not trusted',
    description:
      "The catalog service trusts another CA than the one that issued the gateway's certificate.",
    expected:
      'Step 6 fails: the service answers 400 "The SSL certificate error", and only its own log says why.',
    failsAt: 6,
  },
  'no-client-cert': {
    title: 'No client certificate',
    description: 'The Gateway names no client certificate, but the catalog service demands one.',
    expected: 'Step 5 fails: the service answers 400 "No required SSL certificate was sent".',
    failsAt: 5,
  },
  'missing-ca-key': {
    title: 'CA under the wrong key',
    description: 'The ConfigMap holds the right CA, but under ca.pem instead of ca.crt.',
    expected:
      'The policy is not accepted (NoValidCACertificate), so the route answers 500 and no TLS connection is made.',
    failsAt: 2,
  },
};

function brokenTwin(id: BrokenTwinId): Example {
  const mutual = id !== 'no-client-cert';
  const common = {
    implementation: 'nginx-gateway-fabric',
    brokenTwinOf: 'ngf-mutual-tls',
  } as const;
  return { id, mutual, ...common, ...twins[id] };
}

/** Every example in the order of the gallery: four that work, then the broken twins of the first. */
export const exampleList: readonly Example[] = [
  ...working,
  ...(Object.keys(twins) as BrokenTwinId[]).map(brokenTwin),
];
