import type { Reference } from '../../../gateway-api/index.ts';
import type { ObjectIndex } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { readCaCertificate } from '../../client-go/read-ca-certificate.ts';
import { storedObject } from '../../stored-object.ts';
import type { TlsCause } from './tls-causes.ts';

/** What is wrong with the CAs that clients are verified with. */
export interface FrontendCauses {
  /** Kinds that cannot hold a CA: found before anything is read. */
  readonly kinds: readonly TlsCause[];
  readonly others: readonly TlsCause[];
  /** References of a readable kind. */
  readonly readable: number;
  /** References that give a CA. */
  readonly usable: number;
}

/**
 * @param gateway its namespace stands in the messages, whatever namespace a reference names
 * @param references of `Gateway.spec.tls.frontend` for the port of the listener
 * @see kgateway pkg/kgateway/translator/listener/gateway_listener_translator.go `buildCaCertificateReference`
 */
export function frontendCauses(
  index: ObjectIndex,
  gateway: ManifestObject,
  references: readonly Reference[],
): FrontendCauses {
  const readable = references.filter(isReadable);
  const others = readable.flatMap((reference) => causeOf(index, gateway, reference) ?? []);
  return {
    kinds: references.filter((reference) => !isReadable(reference)).map(kindCause),
    others,
    readable: readable.length,
    usable: readable.length - others.length,
  };
}

function isReadable({ target: { group, kind } }: Reference): boolean {
  return (group === '' || group === 'core') && (kind === 'ConfigMap' || kind === 'Secret');
}

function kindCause({ target: { kind, namespace, name } }: Reference): TlsCause {
  const text = `invalid ca.crt kind ${kind} in ${namespace}/${name}: InvalidCACertificateKind`;
  return { kind: 'ca-kind', text };
}

function causeOf(
  index: ObjectIndex,
  gateway: ManifestObject,
  { target, permission }: Reference,
): TlsCause | undefined {
  const { namespace, name } = target;
  const kind = target.kind === 'Secret' ? 'Secret' : 'ConfigMap';
  const place = `${kind} ${namespace}/${name}`;
  const failed = `failed to fetch CA certificate ${kind} ${name}/${gateway.namespace}`;
  if (permission === 'denied')
    return kind === 'Secret'
      ? { kind: 'grant', text: `${failed}: missing reference grant` }
      : { kind: 'ca-grant', text: `${failed}: missing CA certificate reference grant` };
  const object = storedObject(index, kind, namespace, name);
  if (object === undefined)
    return kind === 'Secret'
      ? { kind: 'other', text: `${failed}: not found`, missing: place }
      : { kind: 'ca', text: `${failed}: InvalidCACertificateRef` };
  const read = readCaCertificate(object);
  if (read.ok) return undefined;
  return { kind: 'other', text: `failed to extract CA certificate from ${place}: ${read.message}` };
}
