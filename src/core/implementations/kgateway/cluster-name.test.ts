import { describe, expect, it } from 'vitest';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import { clusterName } from './cluster-name.ts';

const [service, backend, gateway] = objectsFrom(
  `apiVersion: v1
kind: Service
metadata: { name: backend-service }
---
apiVersion: gateway.kgateway.dev/v1alpha1
kind: Backend
metadata: { name: out }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: example-gateway }`,
);

describe('clusterName', () => {
  it.each([
    [service, undefined, 'kube_default_backend-service_443'],
    [
      service,
      gateway,
      'kube_default_backend-service_gw_backend_client_cert_default_example-gateway_443',
    ],
    [backend, undefined, 'backend_default_out_0'],
  ])('of case %#', (object, own, name) => {
    expect(object && clusterName(object, 443, own)).toBe(name);
  });
});
