import { groups, kinds, stringAt } from '../../gateway-api/index.ts';
import type { Host } from '../../gateway-api/backend-target.ts';
import type { JsonObject, ManifestObject } from '../../manifest/types.ts';
import type { ImplementationId } from '../../model/index.ts';
import { parseIpAddress } from '../../pki/issuing/parse-ip-address.ts';

/** A Service that stands for a host outside the cluster. */
export function isExternalName({ group, kind, value }: ManifestObject): boolean {
  return (
    group === groups.core &&
    kind === 'Service' &&
    stringAt(value, ['spec', 'type']) === 'ExternalName'
  );
}

/** Whether routes of the target can name it as it is. */
export function suits(backend: ManifestObject, to: ImplementationId): boolean {
  const kind = `${backend.group}/${backend.kind}`;
  if (isExternalName(backend)) return to === 'nginx-gateway-fabric';
  return kind === kinds.service || kind === backendShape(to).groupKind;
}

/** How an implementation writes a list of hosts down. */
export interface BackendShape {
  readonly group: string;
  readonly kind: string;
  readonly groupKind: string;
  readonly apiVersion: string;
  /** More hosts than one. */
  readonly several: boolean;
  readonly spec: (hosts: readonly Host[]) => JsonObject;
}

/** The kind of the target for hosts outside the cluster; NGINX Gateway Fabric has Services alone. */
export function backendShape(to: ImplementationId): BackendShape {
  switch (to) {
    case 'nginx-gateway-fabric':
      return shape('', 'Service', 'v1', false, ([first]) => ({
        type: 'ExternalName',
        externalName: first?.host ?? '',
        ports: [{ name: 'https', port: first?.port ?? 443 }],
      }));
    case 'envoy-gateway':
      return shape(groups.envoyGateway, 'Backend', 'v1alpha1', true, (hosts) => ({
        endpoints: hosts.map(({ host, port }) =>
          parseIpAddress(host) === null
            ? { fqdn: { hostname: host, port } }
            : { ip: { address: host, port } },
        ),
      }));
    case 'kgateway':
      return shape(groups.kgateway, 'Backend', 'v1alpha1', true, (hosts) => ({
        type: 'Static',
        static: { hosts: hosts.map(({ host, port }) => ({ host, port })) },
      }));
    case 'agentgateway':
      return shape(groups.agentgateway, 'AgentgatewayBackend', 'v1alpha1', false, ([first]) => ({
        static: { host: first?.host ?? '', port: first?.port ?? 443 },
      }));
    default:
      return to satisfies never;
  }
}

function shape(
  group: string,
  kind: string,
  version: string,
  several: boolean,
  spec: BackendShape['spec'],
): BackendShape {
  const apiVersion = group === '' ? version : `${group}/${version}`;
  return { group, kind, groupKind: `${group}/${kind}`, apiVersion, several, spec };
}
