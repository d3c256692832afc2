import {
  CLIENT_CERTIFICATE_REF,
  isArray,
  isObject,
  itemsAt,
  stringAt,
  valueAt,
} from '../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import type { ObjectSummary } from '../types.ts';

type Facts = ObjectSummary['facts'];

/** Fields worth reading at a glance, by kind: label and where it stands. */
const FIELDS: Readonly<Record<string, readonly (readonly [string, FieldPath])[]>> = {
  Gateway: [
    ['Class', ['spec', 'gatewayClassName']],
    ['Client certificate', [...CLIENT_CERTIFICATE_REF, 'name']],
  ],
  GatewayClass: [['Controller', ['spec', 'controllerName']]],
  HTTPRoute: [
    ['Hostnames', ['spec', 'hostnames']],
    ['Parents', ['spec', 'parentRefs']],
  ],
  GRPCRoute: [
    ['Hostnames', ['spec', 'hostnames']],
    ['Parents', ['spec', 'parentRefs']],
  ],
  Service: [
    ['Selector', ['spec', 'selector']],
    ['Type', ['spec', 'type']],
  ],
  BackendTLSPolicy: [
    ['Targets', ['spec', 'targetRefs']],
    ['Host name', ['spec', 'validation', 'hostname']],
    ['CA certificates', ['spec', 'validation', 'caCertificateRefs']],
    ['Well-known CAs', ['spec', 'validation', 'wellKnownCACertificates']],
  ],
  BackendConfigPolicy: [
    ['Targets', ['spec', 'targetRefs']],
    ['Secret', ['spec', 'tls', 'secretRef', 'name']],
    ['SNI', ['spec', 'tls', 'sni']],
  ],
  Secret: [['Type', ['type']]],
  ReferenceGrant: [
    ['From', ['spec', 'from']],
    ['To', ['spec', 'to']],
  ],
};

/** An object that no edit has touched is the same object, and so are its facts. */
const known = new WeakMap<ManifestObject, Facts>();

/** What the inspector lists for an object: label, value in words and the field it stands in. */
export function inspectorFacts(object: ManifestObject): Facts {
  const facts = known.get(object) ?? readFacts(object);
  known.set(object, facts);
  return facts;
}

function readFacts(object: ManifestObject): Facts {
  const own = (FIELDS[object.kind] ?? []).flatMap(([label, path]) => {
    const value = valueAt(object.value, path);
    return value === undefined ? [] : [{ label, value: inWords(value), path }];
  });
  return [...own, ...repeated(object)];
}

/** Fields that stand several times: listeners, ports. */
function repeated(object: ManifestObject): Facts {
  if (object.kind === 'Gateway') {
    return listFacts(object, ['spec', 'listeners'], 'Listener', [
      'name',
      'protocol',
      'port',
      'hostname',
    ]);
  }
  if (object.kind === 'Service') {
    return listFacts(object, ['spec', 'ports'], 'Port', [
      'name',
      'port',
      'targetPort',
      'appProtocol',
    ]);
  }
  return [];
}

function listFacts(
  object: ManifestObject,
  path: FieldPath,
  label: string,
  fields: readonly string[],
): Facts {
  return itemsAt(object.value, path).map((item, i) => ({
    label,
    value: fields
      .flatMap((field) => {
        const value = valueAt(item, [field]);
        return value === undefined ? [] : [`${field} ${inWords(value)}`];
      })
      .join(', '),
    path: [...path, i],
  }));
}

function inWords(value: JsonValue): string {
  if (isArray(value)) return value.map(inWords).join(', ');
  if (!isObject(value)) return String(value);
  const name = stringAt(value, ['name']);
  if (name !== undefined) {
    const section = stringAt(value, ['sectionName']);
    const kind = stringAt(value, ['kind']);
    return `${kind === undefined ? '' : `${kind} `}${name}${section === undefined ? '' : ` (${section})`}`;
  }
  return Object.entries(value)
    .map(([key, child]) => `${key}=${inWords(child)}`)
    .join(', ');
}
