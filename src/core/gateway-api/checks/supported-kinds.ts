import type { ManifestObject } from '../../manifest/types.ts';
import { groups } from '../kinds.ts';
import type { Reference, ReferenceKind } from '../types.ts';

interface Supported {
  /** `group/Kind`; an empty group stands for the core group, `core` included. */
  readonly kinds: readonly string[];
  readonly text: string;
  readonly reason: string;
}

const SECRET = { kinds: ['/Secret'], text: 'Secret' };

/** Kinds that some gateway takes in a field of a Gateway API object, and the reason when it is another. */
const SUPPORTED: Readonly<Partial<Record<ReferenceKind, Supported>>> = {
  clientCertificateRef: { ...SECRET, reason: 'InvalidClientCertificateRef' },
  listenerCertificateRef: { ...SECRET, reason: 'InvalidCertificateRef' },
  caCertificateRef: {
    kinds: ['/ConfigMap', '/Secret', 'certificates.k8s.io/ClusterTrustBundle'],
    text: 'ConfigMap (some gateways take a Secret or ClusterTrustBundle)',
    reason: 'InvalidKind',
  },
  backendRef: {
    kinds: [
      '/Service',
      `${groups.kgateway}/Backend`,
      `${groups.envoyGateway}/Backend`,
      'multicluster.x-k8s.io/ServiceImport',
      'inference.networking.k8s.io/InferencePool',
      'inference.networking.x-k8s.io/InferencePool',
      'gateway.networking.x-k8s.io/XBackend',
      'agentgateway.dev/AgentgatewayBackend',
      'networking.istio.io/Hostname',
    ],
    text: 'Service, or the backend kind of your gateway',
    reason: 'InvalidKind',
  },
};

/**
 * Why the kind of a reference cannot be used, as parameters of the finding.
 *
 * @returns undefined when some implementation takes it; objects of implementations have rules of their own
 */
export function unsupportedKind(
  object: ManifestObject,
  { kind, target }: Reference,
): { readonly kind: string; readonly supported: string; readonly reason: string } | undefined {
  const isStandard = [groups.gateway, groups.gatewayExperimental].some(
    (group) => group === object.group,
  );
  const supported = isStandard ? SUPPORTED[kind] : undefined;
  const group = target.group === 'core' ? '' : target.group;
  if (supported === undefined || supported.kinds.includes(`${group}/${target.kind}`))
    return undefined;
  const written = group === '' ? target.kind : `${target.kind} of group ${group}`;
  const frontend = kind === 'caCertificateRef' && object.kind === 'Gateway';
  const reason = frontend ? 'InvalidCACertificateKind' : supported.reason;
  return { kind: written, supported: supported.text, reason };
}
