import { implementationInfo } from '../implementations/index.ts';
import type { ImplementationId, Workspace } from '../model/index.ts';
import { emptyWorkspace } from '../workspace/index.ts';
import { convertSetup } from './convert-setup.ts';
import type { Conversion } from './types.ts';

export function workspace(...documents: readonly string[]): Workspace {
  const text = documents.map((one) => `${one.trim()}\n`).join('---\n');
  return { ...emptyWorkspace('test'), files: [{ id: 'a', path: 'a.yaml', text }] };
}

export function convert(
  from: ImplementationId,
  to: ImplementationId,
  files: Workspace,
  removeIdle = false,
  version = implementationInfo[to].defaultVersion,
): Conversion {
  return convertSetup(files, { from, to, version, removeIdle });
}

export const textOf = ({ workspace: { files } }: Conversion) =>
  files.map(({ text }) => text).join('');
export const lossesOf = ({ notExpressible }: Conversion) =>
  notExpressible.map(({ code, at }) => `${code} ${at.object} ${at.field}`);

export const gateway = (className: string, spec = '') => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web, namespace: a}
spec:
  gatewayClassName: ${className} # the class
  listeners: [{name: http, port: 80, protocol: HTTP}]
${spec}`;

export const route = (backendRef = '{name: app, port: 443}') => `
# who goes where
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: app, namespace: a}
spec:
  parentRefs: [{name: web}]
  hostnames: [app.example.com]
  rules:
    - backendRefs:
        - ${backendRef}`;

export const service = `
apiVersion: v1
kind: Service
metadata: {name: app, namespace: a}
spec: {selector: {app: app}, ports: [{name: https, port: 443}]}`;

export const policy = (validation: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: app, namespace: a}
spec:
  targetRefs: [{group: '', kind: Service, name: app}]
  validation:
    hostname: app.internal # asked for
    ${validation}`;

export const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
export const OTHER = '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n';
export const configMap = (name: string, key: string, pem: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: a}\ndata:\n  ${key}: ${JSON.stringify(pem)}`;
export const secret = (name: string, ca: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}, namespace: a}\ntype: Opaque\ndata: {ca.crt: ${btoa(ca)}, tls.crt: ${btoa(OTHER)}, tls.key: ${btoa('KEY')}}`;
