import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { builtInDefinitions } from '../built-in-definitions.ts';
import type { AdmissionSettings, StructuralSchema } from '../types.ts';

type Json = Readonly<Record<string, unknown>>;
interface Crd {
  readonly kind: string;
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly scope: string;
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly deprecationWarning?: string;
      readonly schema: { readonly openAPIV3Schema: Json };
    }[];
  };
}

const peer = fileURLToPath(new URL('../../../../../shared/peer/', import.meta.url));
const folders: readonly (readonly [string, AdmissionSettings['channel']])[] = [
  ['gateway-api/crds/standard', 'standard'],
  ['gateway-api/crds/experimental', 'experimental'],
  ['envoy-gateway/crds', 'standard'],
];
const present = folders.every(([folder]) => existsSync(peer + folder));
if (!present) console.info('Skipped: the CRDs of the peers are not on this machine.');

/** The parts of `spec` of EnvoyProxy that are taken as they are. */
const TAKEN_WHOLE = /^EnvoyProxy v1alpha1 (?:spec\.(?!backendTLS)|status)/;

function crdsOf(folder: string): readonly Crd[] {
  return readdirSync(peer + folder)
    .map((name) =>
      readFileSync(`${peer}${folder}/${name}`, 'utf8').replace(/^\{\{.*\}\}\s*$/gm, ''),
    )
    .flatMap((text) => text.split(/^---$/m))
    .filter((text) => /^kind: CustomResourceDefinition$/m.test(text))
    .map((text) => parse(text) as Crd);
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'x-kubernetes-list-type': 'listType',
  'x-kubernetes-list-map-keys': 'listMapKeys',
  'x-kubernetes-preserve-unknown-fields': 'preserveUnknownFields',
  'x-kubernetes-int-or-string': 'intOrString',
  'x-kubernetes-embedded-resource': 'embeddedResource',
};
const NESTED = ['properties', 'items', 'additionalProperties', 'required'];
const IGNORED = ['description', 'x-kubernetes-map-type', ...NESTED];

/** One line a field: its path, then its limits in alphabetical order, then the messages of its rules. */
function lines(schema: Json, path: string, out: string[], wholly: (path: string) => boolean) {
  const limits = Object.entries(schema)
    .filter(
      ([key]) => !IGNORED.includes(key) && key !== 'x-kubernetes-validations' && key !== 'rules',
    )
    .map(([key, value]) => `${EXTENSIONS[key] ?? key}=${JSON.stringify(value, sortedKeys)}`)
    .sort();
  const required = [...((schema.required as string[] | undefined) ?? [])].sort();
  const rules = (schema['x-kubernetes-validations'] ?? schema.rules ?? []) as { message: string }[];
  const whole = wholly(path);
  if (!whole) out.push([path, ...limits, `required=${required.join(',')}`].join(' '));
  if (!whole) out.push(...rules.map(({ message }) => `${path} RULE ${message}`));
  const { items, additionalProperties } = schema;
  for (const [name, one] of Object.entries((schema.properties ?? {}) as Record<string, Json>)) {
    const isRoot = !path.includes('.') && path.endsWith(' ');
    if (isRoot && ['apiVersion', 'kind', 'metadata'].includes(name)) continue;
    if (wholly(`${path}${isRoot ? '' : '.'}${name}`)) {
      out.push(`${path}${isRoot ? '' : '.'}${name} is known`);
      continue;
    }
    lines(one, `${path}${isRoot ? '' : '.'}${name}`, out, wholly);
  }
  if (items !== undefined) lines(items as Json, `${path}[]`, out, wholly);
  if (typeof additionalProperties === 'object')
    lines(additionalProperties as Json, `${path}{}`, out, wholly);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function linesOf(schema: Json | StructuralSchema, title: string): readonly string[] {
  const out: string[] = [];
  lines(schema as Json, `${title} `, out, (path) => TAKEN_WHOLE.test(path));
  return out;
}

describe.skipIf(!present)('the tables of Gateway API 1.6 and Envoy Gateway', () => {
  const cases = (present ? folders : []).flatMap(([folder, channel]) =>
    crdsOf(folder).flatMap(({ spec }) =>
      spec.versions.map((version) => ({ folder, channel, spec, version })),
    ),
  );

  it('are compared with every version of every CRD', () => {
    const all = cases.flatMap(({ spec, version }) =>
      linesOf(version.schema.openAPIV3Schema, `${spec.names.kind} ${version.name}`),
    );
    const rules = all.filter((line) => line.includes(' RULE ')).length;
    expect({ versions: cases.length, fields: all.length - rules, rules }).toEqual({
      versions: 33,
      fields: 2447,
      rules: 630,
    });
  });

  it.each(cases.map((one) => [one.folder, one.spec.names.kind, one.version.name, one] as const))(
    'of %s hold %s %s field by field and rule by rule',
    (_folder, kind, name, { channel, spec, version }) => {
      const settings = { gatewayApi: '1.6', channel } as const;
      const ours = builtInDefinitions(spec.group, kind, settings)?.find(
        (one) => one.version === name,
      );
      expect([ours?.served, ours?.namespaced, ours?.deprecation]).toEqual([
        version.served,
        spec.scope === 'Namespaced',
        version.deprecationWarning,
      ]);
      const title = `${kind} ${name}`;
      expect(linesOf(ours?.schema ?? {}, title).toSorted()).toEqual(
        linesOf(version.schema.openAPIV3Schema, title).toSorted(),
      );
    },
  );
});
