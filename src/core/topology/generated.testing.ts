import fc from 'fast-check';
import type { UpstreamTls } from '../implementations/types.ts';
import type { BackendTls } from '../workload/types.ts';
import { GUIDE_BACKEND, GUIDE_UPSTREAM, handshake, material, step } from './guide.testing.ts';
import { idOf } from './setup.testing.ts';
import type { Setup } from './setup.testing.ts';

type Lines = Setup['references'];

interface Sizes {
  readonly gateways: number;
  readonly routes: number;
  readonly services: number;
  readonly policies: number;
}

const pick = fc.nat({ max: 1000 });

/** Setups of any shape: shared and missing backends, several gateways, classes, grants, mounts. */
export const anySetup: fc.Arbitrary<Setup> = fc
  .record({
    gateways: fc.integer({ min: 0, max: 3 }),
    routes: fc.integer({ min: 0, max: 6 }),
    services: fc.integer({ min: 0, max: 6 }),
    policies: fc.integer({ min: 0, max: 5 }),
    choices: fc.array(pick, { minLength: 60, maxLength: 60 }),
  })
  .map(({ choices, ...sizes }) => generate(sizes, chooser(choices)));

function anyUpstream(choose: Choose): UpstreamTls {
  const certificate = material(`Secret/identity-${choose(4)}`, 'tls.crt');
  const from = { objectId: idOf('BackendTLSPolicy/policy-0'), path: ['spec'] };
  return {
    ...GUIDE_UPSTREAM,
    trust: { kind: 'bundle', material: material(`ConfigMap/ca-${choose(4)}`, 'ca.crt'), from },
    clientCertificate: { chain: certificate, key: certificate, from },
  };
}

function anyBackend(workloads: readonly string[], choose: Choose): BackendTls {
  const workload = workloads[choose(workloads.length)];
  const servers = GUIDE_BACKEND.servers.map((server) => ({
    ...server,
    chain: material(`Secret/identity-${choose(4)}`, 'tls.crt'),
    clientCa: material(`ConfigMap/ca-${choose(4)}`, 'ca.crt'),
  }));
  return { ...GUIDE_BACKEND, servers, workloadId: idOf(workload ?? 'Deployment/none') };
}

type Choose = (limit: number) => number;

function chooser(choices: readonly number[]): Choose {
  let at = 0;
  return (limit) => {
    const choice = choices[at % choices.length] ?? 0;
    at += 1;
    return limit === 0 ? 0 : choice % limit;
  };
}

function times<Item>(count: number, make: (index: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function generate(sizes: Sizes, choose: Choose): Setup {
  const gateways = times(sizes.gateways, (at) => `Gateway/gateway-${at}`);
  const routes = times(sizes.routes, (at) => `HTTPRoute/route-${at}`);
  const services = times(sizes.services, (at) => `Service/service-${at}`);
  const policies = times(sizes.policies, (at) => `BackendTLSPolicy/policy-${at}`);
  const workloads = services.map((_, at) => `Deployment/workload-with-a-long-name-${at}`);
  const routed = routeLines(gateways, routes, services, choose);
  return {
    objects: [
      ...gateways,
      'GatewayClass//class',
      ...routes,
      ...services,
      ...policies,
      ...workloads,
      'ReferenceGrant/grant',
      ...times(4, (at) => `ConfigMap/ca-${at}`),
      ...times(4, (at) => `Secret/identity-${at}`),
    ],
    references: [
      ...gatewayLines(gateways, choose),
      ...routed.references,
      ...workloadLines(services, workloads, choose),
      ...policyLines(policies, services, choose),
    ],
    values: {
      'ReferenceGrant/grant': {
        spec: {
          from: [
            { group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: 'default' },
            { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'default' },
          ],
          to: [
            { group: '', kind: 'Service' },
            { group: '', kind: 'Secret' },
          ],
        },
      },
    },
    hops: routed.hops,
    programmed: routed.hops.map(() => anyUpstream(choose)),
    backends: routed.hops.map(() => anyBackend(workloads, choose)),
    handshakes: routed.hops.map((_, at) =>
      handshake(at, [step(6, 'passed'), step(8, 'failed')], { stage: 'tls', headline: 'Fails' }),
    ),
  };
}

function gatewayLines(gateways: readonly string[], choose: Choose): Lines {
  return gateways.flatMap((gateway, at): Lines => [
    [
      gateway,
      'gatewayClass',
      'spec.gatewayClassName',
      at === 0 ? 'GatewayClass//class' : 'GatewayClass//none',
    ],
    [
      gateway,
      'clientCertificateRef',
      'spec.tls.backend.clientCertificateRef',
      `Secret/identity-${choose(5)}`,
      'granted',
    ],
    [
      gateway,
      'listenerCertificateRef',
      'spec.listeners.0.tls.certificateRefs.0',
      `Secret/identity-${choose(6)}`,
    ],
  ]);
}

function routeLines(
  gateways: readonly string[],
  routes: readonly string[],
  services: readonly string[],
  choose: Choose,
): { readonly references: Lines; readonly hops: Setup['hops'] } {
  const links = routes.flatMap((route) => {
    const gateway = gateways[choose(gateways.length)] ?? 'Gateway/missing';
    const backends = times(
      1 + choose(2),
      () => services[choose(services.length)] ?? 'Service/missing',
    );
    return backends.map((backend) => [gateway, route, backend] as const);
  });
  return {
    references: links.flatMap(([gateway, route, backend]): Lines => [
      [route, 'parentRef', 'spec.parentRefs.0.name', gateway],
      [route, 'backendRef', 'spec.rules.0.backendRefs.0', backend, 'granted'],
    ]),
    hops: links,
  };
}

function workloadLines(
  services: readonly string[],
  workloads: readonly string[],
  choose: Choose,
): Lines {
  return services.flatMap((service, at): Lines => {
    const workload = workloads[choose(3) === 0 ? 0 : at] ?? '';
    return [
      [service, 'selector', 'spec.selector', workload],
      [workload, 'volume', 'spec.volumes.0', `Secret/identity-${choose(4)}`],
      [workload, 'volume', 'spec.volumes.1', `ConfigMap/ca-${choose(4)}`],
    ];
  });
}

function policyLines(
  policies: readonly string[],
  services: readonly string[],
  choose: Choose,
): Lines {
  return policies.flatMap((policy): Lines => [
    [
      policy,
      'policyTarget',
      'spec.targetRefs.0',
      services[choose(services.length + 1)] ?? 'Service/lost',
    ],
    [
      policy,
      'caCertificateRef',
      'spec.validation.caCertificateRefs.0',
      `ConfigMap/ca-${choose(5)}`,
    ],
  ]);
}
