import type { FixableCode } from '../../fixes/index.ts';
import type { Assignment, WorkspaceOptions } from '../../model/index.ts';
import type { ExampleId } from '../types.ts';

/** One replacement in the text of a file; `{{name}}` in it stands for PEM text of the test's own certificates. */
export type Change = readonly [
  path: string,
  pattern: RegExp | string,
  by: string | ((match: string, ...groups: readonly string[]) => string),
];

/** The least that raises a finding which has a fix: an example with something changed. */
export interface FixCase {
  readonly code: FixableCode;
  /** Absent: mutual TLS with NGINX Gateway Fabric. */
  readonly base?: ExampleId;
  readonly changes?: readonly Change[];
  /** Further files by path. */
  readonly more?: Readonly<Record<string, string>>;
  readonly assignments?: readonly Assignment[];
  readonly options?: Partial<WorkspaceOptions>;
  /** Namespace given to kubectl with the file. */
  readonly namespaceOf?: Readonly<Record<string, string>>;
  /** The fix removes the text that held the comments. */
  readonly dropsComments?: true;
}

export const GATEWAY = 'gateway.yaml';
export const ROUTE = 'catalog-route.yaml';
export const SERVICE = 'catalog.yaml';
export const IDENTITY = 'catalog-identity.yaml';
export const POLICY = 'catalog-tls.yaml';

/** Takes the BackendTLSPolicy away; its CA stays. */
export const WITHOUT_POLICY: Change = [POLICY, /\n---\n[^]*/, '\n'];

/** A Service of namespace `shop`. */
export function service(name: string, selector = 'app: catalog', namespace = 'shop'): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector: { ${selector} }
  ports: [{ name: https, port: 8443, targetPort: https }]
`;
}

/** A BackendTLSPolicy of namespace `shop` for a Service. */
export function policyFor(name: string, target: string): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata:
  name: ${name}
  namespace: shop
spec:
  targetRefs: [{ group: "", kind: Service, ${target} }]
  validation:
    hostname: catalog.shop.svc.cluster.local
    caCertificateRefs: [{ group: "", kind: ConfigMap, name: services-ca }]
`;
}
