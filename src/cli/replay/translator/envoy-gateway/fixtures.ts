/** Namespaces and Services that the recording adds to every case. */
export function fixtures(): readonly unknown[] {
  const ports = [
    { name: 'http', port: 8080 },
    { name: 'https', port: 8443 },
    { name: 'tcp', port: 8163, protocol: 'TCP' },
    { name: 'udp', port: 8162, protocol: 'UDP' },
  ];
  const grpc = [
    { name: 'grpc', port: 4317 },
    { name: 'zipkin', port: 9411 },
  ];
  return [
    ...['envoy-gateway', 'default'].map((name) => core('Namespace', '', name, {})),
    ...[1, 2, 3, 4].map((at) =>
      core('Service', 'default', `service-${String(at)}`, { spec: { ports } }),
    ),
    core('Service', 'default', 'mirror-service', {
      spec: { ports: [{ name: 'http', port: 8080 }] },
    }),
    core('Service', 'monitoring', 'otel-collector', { spec: { ports: grpc } }),
  ];
}

function core(kind: string, namespace: string, name: string, rest: object): object {
  const metadata = namespace === '' ? { name } : { namespace, name };
  return { apiVersion: 'v1', kind, metadata, ...rest };
}
