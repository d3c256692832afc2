import { documents } from '../../authoring/yaml-text.ts';
import { blockLines } from '../block-lines.ts';
import { CATALOG_HOST, NAMESPACE } from '../names.ts';

/**
 * The catalog service: Service, Deployment and the server block of an unprivileged nginx that serves TLS.
 *
 * @param demandsClient whether it asks for a client certificate and refuses requests without one
 */
export function catalogWorkload(demandsClient: boolean): string {
  return documents(service(), deployment(demandsClient), serverBlock(demandsClient));
}

function service(): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: catalog
  namespace: ${NAMESPACE}
spec:
  selector:
    app: catalog
  ports:
    - name: https
      port: 8443
      targetPort: https
`;
}

function deployment(demandsClient: boolean): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: catalog
  namespace: ${NAMESPACE}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: catalog
  template:
    metadata:
      labels:
        app: catalog
    spec:
      containers:
        - name: nginx
          image: nginxinc/nginx-unprivileged:1.29-alpine
          ports:
            - name: https
              containerPort: 8443
          volumeMounts:
            - name: server-block
              mountPath: /etc/nginx/conf.d
              readOnly: true
            - name: identity
              mountPath: /etc/catalog/identity
              readOnly: true
${demandsClient ? gatewaysCaMount : ''}      volumes:
        - name: server-block
          configMap:
            name: catalog-nginx
        - name: identity
          secret:
            secretName: catalog-identity
${demandsClient ? gatewaysCaVolume : ''}`;
}

const gatewaysCaMount = `            - name: gateways-ca
              mountPath: /etc/catalog/gateways-ca
              readOnly: true
`;

const gatewaysCaVolume = `        - name: gateways-ca
          configMap:
            name: gateways-ca
`;

function serverBlock(demandsClient: boolean): string {
  const clientLines = `
    # Only gateways may talk to the catalog.
    ssl_client_certificate /etc/catalog/gateways-ca/ca.crt;
    ssl_verify_client on;
    ssl_verify_depth 2;
`;
  const block = `server {
    listen 8443 ssl;
    server_name ${CATALOG_HOST};

    ssl_certificate /etc/catalog/identity/tls.crt;
    ssl_certificate_key /etc/catalog/identity/tls.key;
${demandsClient ? clientLines : ''}
    location /catalog {
        default_type application/json;
        return 200 '{"items": ["lamp", "chair", "desk"]}';
    }
}`;
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: catalog-nginx
  namespace: ${NAMESPACE}
data:
  catalog.conf: |
${blockLines(block, 4)}
`;
}
