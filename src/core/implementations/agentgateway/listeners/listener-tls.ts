import { itemsAt, stringAt, valueAt, type Resolution } from '../../../gateway-api/index.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { binaryText } from '../../../verify/der/binary-text.ts';
import { goX509KeyPair } from '../../../verify/go/x509-key-pair.ts';
import { frontendRefs } from '../../listeners/frontend-refs.ts';
import { listenerCertificateRefs } from '../../listeners/references-at.ts';
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
  gateway: ManifestObject,
  owner: ManifestObject,
  listener: Listener,
): ListenerTls {
  const { index } = resolution;
  const tls = valueAt(owner.value, ['spec', 'listeners', listener.index, 'tls']);
  if (tls === undefined || stringAt(tls, ['mode']) === 'Passthrough' || isMeshTls(tls))
    return WORKS;
  const refs = itemsAt(tls, ['certificateRefs']);
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
  const { references } = frontendRefs(resolution, gateway, listener);
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

/** Certificates that come from a mesh. */
function isMeshTls(tls: ReturnType<typeof valueAt>): boolean {
  const option = (name: string): string => stringAt(tls, ['options', name]) ?? '';
  return (
    option('agentgateway.dev/tls-certificate-source') === 'SPIFFE' ||
    option('gateway.istio.io/tls-terminate-mode').startsWith('ISTIO_')
  );
}

function refuse(message: string): ListenerTls {
  return { refusal: { reason: 'InvalidCertificateRef', message }, works: false };
}
