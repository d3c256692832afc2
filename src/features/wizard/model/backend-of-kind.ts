import type { BackendChoice, SetupChoices } from '../../../core/authoring/index.ts';

/** The choices with another kind of backend, filled as far as the answers so far go. */
export function withBackendKind(choices: SetupChoices, kind: BackendChoice['kind']): SetupChoices {
  const { backend } = choices;
  if (backend.kind === kind) return choices;
  const { name } = backend;
  switch (kind) {
    case 'service':
      return { ...withInnerName(choices), backend: { kind, name, port: 8443 } };
    case 'workload':
      return {
        ...withInnerName(choices),
        backend: { kind, name, port: 8443, labels: { app: name }, targetPort: 8443 },
      };
    case 'external':
      return withHost(
        { ...choices, backend: { kind, name, host: '', port: 443, dnsResolver: '10.96.0.10' } },
        `${name}.partner.example`,
      );
    default:
      return kind satisfies never;
  }
}

/** A backend in the cluster is not asked for by the name of a host outside, unless that was given. */
function withInnerName(choices: SetupChoices): SetupChoices {
  const { backend, hosts } = choices;
  if (backend.kind !== 'external' || hosts.sni !== backend.host) return choices;
  return { ...choices, hosts: { ...hosts, sni: `${backend.name}.internal.example` } };
}

/** The choices with another host outside the cluster: it is asked for by its own name unless another was given. */
export function withHost(choices: SetupChoices, host: string): SetupChoices {
  const { backend, hosts } = choices;
  if (backend.kind !== 'external') return choices;
  const isFollowed = backend.host === '' || hosts.sni === backend.host;
  return {
    ...choices,
    backend: { ...backend, host },
    hosts: isFollowed ? { ...hosts, sni: host } : hosts,
  };
}
