import type { Workspace, WorkspaceFile } from '../../src/core/model/index.ts';
import { encodeBase64, issueCertificate } from '../../src/core/pki/index.ts';
import type { CertificateSpec } from '../../src/core/pki/index.ts';

/** Applications share the routes: each has its own certificate, key, CA, nginx configuration and file. */
const applications = 10;
const year = 365 * 24 * 3600 * 1000;

const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata:
  name: nginx
spec:
  controllerName: gateway.nginx.org/nginx-gateway-controller
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
spec:
  gatewayClassName: nginx
  listeners:
    - name: http
      port: 80
      protocol: HTTP
`;

function route(app: number, n: number): string {
  const name = `app-${String(app)}-${String(n)}`;
  const host = `app-${String(app)}.example.com`;
  return `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: ${name}
spec:
  parentRefs:
    - name: edge
  hostnames:
    - ${name}.example.com
  rules:
    - backendRefs:
        - name: ${name}
          port: 8443
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector:
    app: app-${String(app)}
  ports:
    - name: https
      port: 8443
---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata:
  name: ${name}
spec:
  targetRefs:
    - group: ''
      kind: Service
      name: ${name}
  validation:
    hostname: ${host}
    caCertificateRefs:
      - group: ''
        kind: ConfigMap
        name: ca-${String(app)}
`;
}

interface Material {
  readonly ca: string;
  readonly chain: string;
  readonly key: string;
}

function application(app: number, { ca, chain, key }: Material): string {
  const name = `app-${String(app)}`;
  const base64 = (text: string): string => encodeBase64(new TextEncoder().encode(text));
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ca-${String(app)}
data:
  ca.crt: ${JSON.stringify(ca)}
---
apiVersion: v1
kind: Secret
metadata:
  name: ${name}-tls
type: kubernetes.io/tls
data:
  tls.crt: ${base64(chain)}
  tls.key: ${base64(key)}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}-nginx
data:
  app.conf: |
    server {
      listen 8443 ssl;
      ssl_certificate /etc/tls/tls.crt;
      ssl_certificate_key /etc/tls/tls.key;
      location / { return 200 "hello"; }
    }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: nginx
          image: nginx
          ports:
            - containerPort: 8443
          volumeMounts:
            - name: tls
              mountPath: /etc/tls
            - name: conf
              mountPath: /etc/nginx/conf.d
      volumes:
        - name: tls
          secret:
            secretName: ${name}-tls
        - name: conf
          configMap:
            name: ${name}-nginx
`;
}

async function issue(app: number, now: number): Promise<Material> {
  const spec = {
    notBefore: now - year,
    notAfter: now + year,
    keyAlgorithm: 'EC P-256',
  } satisfies Partial<CertificateSpec>;
  const authority = await issueCertificate(
    { ...spec, subject: { commonName: `CA ${String(app)}` }, ca: true },
    crypto,
  );
  const leaf = await issueCertificate(
    {
      ...spec,
      subject: { commonName: `app-${String(app)}.example.com` },
      dnsNames: [`app-${String(app)}.example.com`],
      issuer: { certificate: authority.certificate, key: authority.keyPem },
      eku: ['serverAuth'],
      ca: false,
    },
    crypto,
  );
  return { ca: authority.certificatePem, chain: leaf.certificatePem, key: leaf.keyPem };
}

/** A workspace of files alone. */
export function workspaceOf(files: readonly WorkspaceFile[]): Workspace {
  return {
    name: 'bench',
    files,
    guides: [],
    blobs: [],
    setAside: [],
    assignments: [],
    options: { at: null, defaultNamespace: 'default', implementationOverrides: {}, versions: {} },
  };
}

/**
 * Makes a setup that works: one gateway, ten applications with freshly issued certificates, and as many
 * routes as asked for, each with a Service and a BackendTLSPolicy of its own.
 *
 * @param routes number of HTTPRoutes
 * @param now milliseconds since the epoch; the certificates are valid a year around it
 * @returns 3 objects a route and 42 more, in eleven files
 */
export async function generateSetup(routes: number, now: number): Promise<Workspace> {
  const files: WorkspaceFile[] = [{ id: 'gateway', path: 'gateway.yaml', text: gateway }];
  for (let app = 0; app < applications; app += 1) {
    const share = Math.floor((routes + applications - 1 - app) / applications);
    const text =
      application(app, await issue(app, now)) +
      Array.from({ length: share }, (_, n) => route(app, n)).join('');
    files.push({ id: `app-${String(app)}`, path: `app-${String(app)}.yaml`, text });
  }
  return workspaceOf(files);
}

/** Changes the host name that the first policy expects; another `turn`, another name. */
export function editOnePolicy(workspace: Workspace, turn: number): Workspace {
  const pattern = /(kind: BackendTLSPolicy[^]*?hostname: ).*/;
  const edited = workspace.files.find((file) => pattern.test(file.text));
  const files = workspace.files.map((file) =>
    file === edited
      ? { ...file, text: file.text.replace(pattern, `$1edit-${String(turn)}.example.com`) }
      : file,
  );
  return { ...workspace, files };
}
