import type { Manifest } from '../manifest.ts';
import { setupNames } from '../setup-names.ts';
import type { SetupChoices } from '../types.ts';

/** An unprivileged nginx that serves TLS and says which certificate it saw: Deployment and server block. */
export function echoWorkload(choices: SetupChoices): readonly Manifest[] {
  return [deployment(choices), serverBlock(choices)];
}

function deployment(choices: SetupChoices): Manifest {
  const { backend, mode, namespaces } = choices;
  const names = setupNames(choices);
  const labels = { app: backend.name };
  const mounts = [
    { name: 'server-block', mountPath: '/etc/nginx/conf.d', readOnly: true },
    { name: 'identity', mountPath: '/etc/tls/identity', readOnly: true },
    ...(mode === 'mutual'
      ? [{ name: 'client-ca', mountPath: '/etc/tls/client-ca', readOnly: true }]
      : []),
  ];
  const volumes = [
    { name: 'server-block', configMap: { name: names.serverConfig } },
    { name: 'identity', secret: { secretName: names.serverIdentity } },
    ...(mode === 'mutual' ? [{ name: 'client-ca', configMap: { name: names.clientCa } }] : []),
  ];
  const container = {
    name: 'nginx',
    image: 'nginxinc/nginx-unprivileged:1.29-alpine',
    ports: [{ name: names.port, containerPort: 8443 }],
    volumeMounts: mounts,
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: backend.name,
    namespace: namespaces.app,
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container], volumes } },
    },
  };
}

const clientLines = `
    # Only clients with a certificate of this CA.
    ssl_client_certificate /etc/tls/client-ca/ca.crt;
    ssl_verify_client on;
    ssl_verify_depth 2;
`;

function serverBlock(choices: SetupChoices): Manifest {
  const names = setupNames(choices);
  const block = `server {
    listen 8443 ssl;
    server_name ${choices.hosts.sni};

    ssl_certificate /etc/tls/identity/tls.crt;
    ssl_certificate_key /etc/tls/identity/tls.key;
${choices.mode === 'mutual' ? clientLines : ''}
    location / {
        default_type text/plain;
        return 200 "$ssl_protocol, client: $ssl_client_s_dn\\n";
    }
}
`;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: names.serverConfig,
    namespace: choices.namespaces.app,
    data: { 'server.conf': block },
  };
}
