import type { FieldPath, Severity } from '../model/index.ts';
import type { ManifestFindingCode } from './findings.ts';
import type { JsonObject, JsonValue, ParsedDocument } from './types.ts';

/** What a value is to Kubernetes. */
export type Identity =
  | {
      readonly kind: 'object';
      readonly apiVersion: string;
      readonly group: string;
      readonly version: string;
      readonly kindName: string;
      readonly name: string;
      /** As written; empty when none is. */
      readonly namespace: string;
    }
  | { readonly kind: 'list'; readonly items: readonly JsonValue[] }
  | {
      readonly kind: 'refused';
      readonly status: ParsedDocument['status'];
      readonly code: ManifestFindingCode;
      readonly severity: Severity;
      /** Field that the finding points at. */
      readonly at: FieldPath;
      readonly params: Readonly<Record<string, string>>;
    };

/** Files of other programs in the shape of an object: no API server takes them. */
const TOOL_FILES: Readonly<Record<string, { readonly what: string; readonly todo: string }>> = {
  Kustomization: {
    what: 'this is a kustomization, which kubectl apply -f does not take',
    todo: 'Build it first (kubectl kustomize DIRECTORY) and drop the output here.',
  },
  Component: {
    what: 'this is a kustomize component, which kubectl apply -f does not take',
    todo: 'Build the kustomization that uses it (kubectl kustomize DIRECTORY) and drop the output here.',
  },
  Config: {
    what: 'this is a kubeconfig, the access data of kubectl itself',
    todo: 'Nothing is read from it. Remove it: it may hold credentials.',
  },
};

/** Configuration files with apiVersion and kind that live in a ConfigMap and have no name of their own. */
const NAMELESS = new Set(['gateway.envoyproxy.io/EnvoyGateway']);

/**
 * Finds out what kubectl makes of a value: an object, a list of objects, or nothing.
 * Sources: apimachinery `unstructured` (kind, apiVersion), cli-runtime `FlattenListVisitor` (lists), kubectl apply (names).
 */
export function identify(value: JsonValue): Identity {
  if (!isObject(value)) return notKubernetes({ what: `it is ${describe(value)}` });
  const { apiVersion, kind } = value;
  if (apiVersion === undefined && kind === undefined) return notKubernetes({});
  if (typeof kind !== 'string' || kind === '') {
    return missing('MANIFEST-NO-KIND', ['kind'], kind, titleOf('The', value.metadata));
  }
  if (typeof apiVersion !== 'string' || apiVersion === '') {
    return missing(
      'MANIFEST-NO-API-VERSION',
      ['apiVersion'],
      apiVersion,
      titleOf(kind, value.metadata),
    );
  }
  const tool = toolFile(apiVersion, kind);
  if (tool !== undefined) return notKubernetes(tool);
  const [group, version] = splitApiVersion(apiVersion);
  if (Array.isArray(value.items)) return { kind: 'list', items: value.items };
  if (kind === 'List') return noItems(value.items);
  return named(value, { apiVersion, group, version, kindName: kind });
}

type TypeMeta = Pick<
  Extract<Identity, { kind: 'object' }>,
  'apiVersion' | 'group' | 'version' | 'kindName'
>;

function named(value: JsonObject, type: TypeMeta): Identity {
  const metadata = isObject(value.metadata) ? value.metadata : {};
  const { name, namespace } = metadata;
  const nameless = NAMELESS.has(`${type.group}/${type.kindName}`);
  if (!nameless && (typeof name !== 'string' || name === '')) {
    return typeof metadata.generateName === 'string'
      ? refuse('MANIFEST-GENERATE-NAME', ['metadata', 'generateName'], { object: type.kindName })
      : missing('MANIFEST-NO-NAME', ['metadata', 'name'], name, type.kindName);
  }
  return {
    kind: 'object',
    ...type,
    name: typeof name === 'string' ? name : '',
    namespace: typeof namespace === 'string' ? namespace : '',
  };
}

function splitApiVersion(apiVersion: string): readonly [string, string] {
  const slash = apiVersion.indexOf('/');
  return slash === -1
    ? ['', apiVersion]
    : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
}

function toolFile(apiVersion: string, kind: string): (typeof TOOL_FILES)[string] | undefined {
  const isTool = apiVersion.startsWith('kustomize.config.k8s.io/') || kind === 'Config';
  return isTool && (kind !== 'Config' || apiVersion === 'v1') ? TOOL_FILES[kind] : undefined;
}

function titleOf(kind: string, metadata: JsonValue | undefined): string {
  const name = isObject(metadata) ? metadata.name : undefined;
  if (typeof name === 'string') return kind === 'The' ? `“${name}”` : `${kind} ${name}`;
  return kind === 'The' ? 'The document' : kind;
}

function noItems(items: JsonValue | undefined): Identity {
  if (items === undefined || items === null) return { kind: 'list', items: [] };
  return refuse('MANIFEST-LIST-ITEMS', ['items'], { object: 'List', found: describe(items) });
}

function missing(
  code: ManifestFindingCode,
  at: FieldPath,
  found: JsonValue | undefined,
  object: string,
): Identity {
  const params = found === undefined ? { object } : { object, found: `is ${describe(found)}` };
  return refuse(code, at, params);
}

function refuse(
  code: ManifestFindingCode,
  at: FieldPath,
  params: Readonly<Record<string, string>>,
): Identity {
  return { kind: 'refused', status: 'not-kubernetes', code, severity: 'error', at, params };
}

function notKubernetes(params: Readonly<Record<string, string>>): Identity {
  const code = 'MANIFEST-NOT-KUBERNETES';
  return { kind: 'refused', status: 'not-kubernetes', code, severity: 'warning', at: [], params };
}

function describe(value: JsonValue): string {
  if (value === null) return 'empty';
  if (typeof value === 'string') return value === '' ? 'an empty text' : 'plain text';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `the boolean ${String(value)}`;
  return Array.isArray(value) ? 'a list' : 'a map';
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
