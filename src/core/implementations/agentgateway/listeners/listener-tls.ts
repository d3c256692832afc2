import { itemsAt, stringAt, valueAt, type Resolution } from '../../../gateway-api/index.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import type { JsonValue, ManifestObject } from '../../../manifest/types.ts';
import { binaryText } from '../../../verify/der/binary-text.ts';
import { goX509KeyPair } from '../../../verify/go/x509-key-pair.ts';
import { frontendRefs } from '../../listeners/frontend-refs.ts';
import { listenerCertificateRefs } from '../../listeners/references-at.ts';
import type { AgentgatewayFeatures } from '../versions.ts';
import { frontendBundle } from './frontend-bundle.ts';
import { secretReference } from './secret-reference.ts';
import type { TlsRefusal } from './tls-refusal.ts';

/** What the TLS of a listener comes to. */
export interface ListenerTls {
  readonly refusal?: TlsRefusal;
  /** With a refusal: whether the listener works all the same. */
  readonly works: boolean;
}

const WORKS: ListenerTls = { works: true };

/**
 * One certificate: group and kind, existence, keys, grant, the CAs for clients, then the pair.
 *
 * @see agentgateway controller/pkg/agentgateway/translator/conversion.go `buildTLS`, tls_validation.go
 */
export function listenerTls(
  resolution: Resolution,
  features: AgentgatewayFeatures,
  gateway: ManifestObject,
  owner: ManifestObject,
  listener: Listener,
): ListenerTls {
  const { index } = resolution;
  const tls = valueAt(owner.value, ['spec', 'listeners', listener.index, 'tls']);
  if (tls === undefined || stringAt(tls, ['mode']) === 'Passthrough') return WORKS;
  const refs = itemsAt(tls, ['certificateRefs']);
  const { references } = frontendRefs(resolution, gateway, listener);
  const source = optionOf(tls, CERTIFICATE_SOURCE);
  if (source === 'SPIFFE') return spiffe(optionOf(tls, MESH_MODE), references.length, refs.length);
  if (MESH_MODES.includes(optionOf(tls, MESH_MODE))) return WORKS;
  if (refs.length !== 1)
    return refuse('exactly 1 certificateRefs should be present for TLS termination');
  const found = secretReference(index, refs[0], owner.namespace);
  if (found.kind === 'broken') return refuse(found.message);
  const [reference] = listenerCertificateRefs(resolution, listener);
  if (reference?.permission === 'denied') {
    const { name, namespace } = reference.target;
    const message = `certificateRef ${name}/${namespace} not accessible to a Gateway in namespace "${owner.namespace}" (missing a ReferenceGrant?)`;
    return { refusal: { reason: 'RefNotPermitted', message }, works: false };
  }
  if (features.dynamicAuthority && source === 'DYNAMIC_CA' && references.length > 0)
    return refuseAuthorities(source);
  const bundle = frontendBundle(index, gateway, references);
  if (bundle.refusal !== undefined && bundle.empty)
    return { refusal: bundle.refusal, works: false };
  const malformed =
    found.kind === 'awaited'
      ? null
      : goX509KeyPair(binaryText(found.certificate.bytes), binaryText(found.key.bytes));
  if (malformed !== null)
    return refuse(`invalid certificate reference, the certificate is malformed: ${malformed}`);
  return bundle.refusal === undefined ? WORKS : { refusal: bundle.refusal, works: true };
}

const CERTIFICATE_SOURCE = 'agentgateway.dev/tls-certificate-source';
const MESH_MODE = 'gateway.istio.io/tls-terminate-mode';
/** Certificates that come from a mesh. */
const MESH_MODES: readonly string[] = ['ISTIO_SIMPLE', 'ISTIO_MUTUAL'];

function optionOf(tls: JsonValue, name: string): string {
  return stringAt(tls, ['options', name]) ?? '';
}

/** A certificate of the workload takes nothing beside it. */
function spiffe(mode: string, authorities: number, certificates: number): ListenerTls {
  if (mode !== '')
    return refuse(
      `TLS certificate source SPIFFE cannot be combined with the ${mode} termination mode`,
    );
  if (authorities > 0) return refuseAuthorities('SPIFFE');
  return certificates > 0
    ? refuse('certificateRefs cannot be configured with SPIFFE TLS certificate source')
    : WORKS;
}

function refuseAuthorities(source: string): ListenerTls {
  const message = `GatewayTLSConfig validation caCertificateRefs cannot be configured with ${source} TLS certificate source`;
  const refusal = { reason: 'InvalidCACertificateRef', message, authority: true };
  return { refusal, works: false };
}

function refuse(message: string): ListenerTls {
  return { refusal: { reason: 'InvalidCertificateRef', message }, works: false };
}
