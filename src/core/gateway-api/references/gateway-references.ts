import type { ManifestObject } from '../../manifest/types.ts';
import { CLIENT_CERTIFICATE_REF } from '../client-certificate-ref.ts';
import { groups } from '../kinds.ts';
import { itemsAt, stringAt } from '../json.ts';
import { readReference, readReferences, type RawReference } from './raw-reference.ts';

const SECRET = { targetKind: 'Secret', crossing: 'reference-grant' } as const;

/**
 * What a Gateway names: its class, listener certificates, the client certificate for backends, the CAs for
 * frontends and its parameters. Gateway API v1.6.1 gateway_types.go; `spec.backendTLS` of v1.2–v1.3 is
 * pruned by the API server and so names nothing.
 */
export function gatewayReferences(object: ManifestObject): RawReference[] {
  return [
    ...gatewayClassReference(object),
    ...listenerCertificates(object),
    ...readReference(object, CLIENT_CERTIFICATE_REF, {
      ...SECRET,
      kind: 'clientCertificateRef',
    }),
    ...frontendAuthorities(object),
    ...readReference(object, ['spec', 'infrastructure', 'parametersRef'], {
      kind: 'parametersRef',
      local: true,
    }),
  ];
}

/** ListenerSet v1: listeners of its own and the Gateway they belong to. */
export function listenerSetReferences(object: ManifestObject): RawReference[] {
  return [
    ...readReference(object, ['spec', 'parentRef'], {
      kind: 'parentRef',
      group: groups.gateway,
      targetKind: 'Gateway',
    }),
    ...listenerCertificates(object),
  ];
}

function gatewayClassReference(object: ManifestObject): RawReference[] {
  const path = ['spec', 'gatewayClassName'];
  const name = stringAt(object.value, path);
  if (name === undefined || name === '') return [];
  return [
    {
      kind: 'gatewayClass',
      path,
      namePath: path,
      group: groups.gateway,
      targetKind: 'GatewayClass',
      namespace: '',
      name,
      crossing: 'free',
    },
  ];
}

function listenerCertificates(object: ManifestObject): RawReference[] {
  return itemsAt(object.value, ['spec', 'listeners']).flatMap((_, index) =>
    readReferences(object, ['spec', 'listeners', index, 'tls', 'certificateRefs'], {
      ...SECRET,
      kind: 'listenerCertificateRef',
    }),
  );
}

function frontendAuthorities(object: ManifestObject): RawReference[] {
  const frontend = ['spec', 'tls', 'frontend'];
  const perPort = itemsAt(object.value, [...frontend, 'perPort']).map((_, index) => [
    ...frontend,
    'perPort',
    index,
    'tls',
  ]);
  return [[...frontend, 'default'], ...perPort].flatMap((path) =>
    readReferences(object, [...path, 'validation', 'caCertificateRefs'], {
      kind: 'caCertificateRef',
      targetKind: 'ConfigMap',
      crossing: 'reference-grant',
    }),
  );
}
