import { documents } from '../authoring/yaml-text.ts';
import { issueIdentities, type Identities } from './identities.ts';
import { catalogTlsPolicy } from './templates/backend-tls-policy.ts';
import { caConfigMap } from './templates/ca-config-map.ts';
import { catalogWorkload } from './templates/catalog-workload.ts';
import { envoyGatewayClass, storefrontProxy } from './templates/envoy-proxy.ts';
import { ratesBackend, ratesTlsPolicy } from './templates/rates-backend.ts';
import { storefrontGateway } from './templates/storefront-gateway.ts';
import { catalogRoute, ratesRoute } from './templates/storefront-route.ts';
import { tlsSecret } from './templates/tls-secret.ts';
import type { BrokenTwinId, ExampleContext, ExampleFile, ExampleId } from './types.ts';

/** The YAML files of an example in apply order, one a concern. */
export async function exampleFiles(
  id: ExampleId,
  context: ExampleContext,
): Promise<readonly ExampleFile[]> {
  switch (id) {
    case 'kgateway-external':
      return kgatewayExternal();
    case 'kgateway-one-way':
      return kgatewayOneWay(await issueIdentities(context, null));
    case 'envoy-gateway-mutual-tls':
      return envoyGatewayMutual(await issueIdentities(context, null));
    case 'ngf-mutual-tls':
      return ngfMutual(await issueIdentities(context, null), null);
    case 'wrong-ca':
    case 'expired':
    case 'no-san':
    case 'missing-intermediate':
    case 'client-cert-not-trusted':
    case 'no-client-cert':
    case 'missing-ca-key':
      return ngfMutual(await issueIdentities(context, id), id);
    default:
      return id satisfies never;
  }
}

function ngfMutual(pki: Identities, fault: BrokenTwinId | null): readonly ExampleFile[] {
  const clientCertificate = `  tls:
    backend:
      clientCertificateRef:
        kind: Secret
        name: storefront-identity
`;
  const gateway = storefrontGateway('nginx', fault === 'no-client-cert' ? '' : clientCertificate);
  const identity = tlsSecret('storefront-identity', pki.clientChain, pki.clientKey);
  return [
    {
      path: 'gateway.yaml',
      text: fault === 'no-client-cert' ? gateway : documents(identity, gateway),
    },
    ...catalogFiles(pki, true),
    trustFile(pki, fault === 'missing-ca-key' ? 'ca.pem' : 'ca.crt'),
  ];
}

function kgatewayOneWay(pki: Identities): readonly ExampleFile[] {
  return [
    { path: 'gateway.yaml', text: storefrontGateway('kgateway') },
    ...catalogFiles(pki, false),
    trustFile(pki, 'ca.crt'),
  ];
}

function kgatewayExternal(): readonly ExampleFile[] {
  return [
    { path: 'gateway.yaml', text: storefrontGateway('kgateway') },
    { path: 'rates.yaml', text: documents(ratesBackend(), ratesRoute()) },
    { path: 'rates-tls.yaml', text: ratesTlsPolicy() },
  ];
}

function envoyGatewayMutual(pki: Identities): readonly ExampleFile[] {
  const parameters = `  infrastructure:
    parametersRef:
      group: gateway.envoyproxy.io
      kind: EnvoyProxy
      name: storefront-proxy
`;
  const identity = tlsSecret('storefront-identity', pki.clientChain, pki.clientKey);
  return [
    {
      path: 'gateway.yaml',
      text: documents(envoyGatewayClass(), storefrontGateway('eg', parameters)),
    },
    { path: 'gateway-identity.yaml', text: documents(identity, storefrontProxy()) },
    ...catalogFiles(pki, true),
    trustFile(pki, 'ca.crt'),
  ];
}

/** The service, what it presents, whom it lets in, and the way to it. */
function catalogFiles(pki: Identities, demandsClient: boolean): readonly ExampleFile[] {
  const identity = tlsSecret('catalog-identity', pki.serverChain, pki.serverKey);
  const trust = caConfigMap('gateways-ca', pki.clientCa);
  return [
    { path: 'catalog-route.yaml', text: catalogRoute() },
    { path: 'catalog.yaml', text: catalogWorkload(demandsClient) },
    {
      path: 'catalog-identity.yaml',
      text: demandsClient ? documents(identity, trust) : identity,
    },
  ];
}

/** Whom the gateway believes to be the service. */
function trustFile(pki: Identities, caKey: string): ExampleFile {
  const text = documents(caConfigMap('services-ca', pki.serverCa, caKey), catalogTlsPolicy());
  return { path: 'catalog-tls.yaml', text };
}
