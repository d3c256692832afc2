import type { FieldPath } from '../../model/field.ts';
import { objectMeta } from '../metadata/object-meta.ts';
import { schemaAt } from '../report/schema-at.ts';
import type {
  AdmissionSettings,
  CustomDefinitions,
  KindDefinition,
  StructuralSchema,
} from '../types.ts';
import type { FieldChild, FieldDescription, FieldLimits, FieldType } from './field-description.ts';
import { findKind, type KindName } from './find-kind.ts';

const LIMITS = [
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const satisfies readonly (keyof FieldLimits)[];

const TEXT: StructuralSchema = { type: 'string' };
const whole = new WeakMap<KindDefinition, StructuralSchema>();

/**
 * A field of a kind: type, whether it must be there, default, choices, limits and the fields below it. `apiVersion`,
 * `kind` and `metadata` are fields like the others; the empty path is the object itself.
 *
 * @returns undefined for a kind without CRD here and for a field that the CRD does not have
 */
export function describeField(
  kind: KindName,
  path: FieldPath,
  settings: AdmissionSettings,
  custom?: CustomDefinitions,
): FieldDescription | undefined {
  const definition = findKind(kind, settings, custom);
  const root = definition && objectSchema(definition);
  const schema = root && schemaAt(root, path);
  if (root === undefined || schema === undefined) return undefined;
  const name = path.at(-1);
  const parent = path.length === 0 ? undefined : schemaAt(root, path.slice(0, -1));
  return {
    path,
    type: typeOf(schema),
    ...(schema.items && { itemType: typeOf(schema.items) }),
    required: typeof name === 'string' && parent?.required?.includes(name) === true,
    ...(schema.default !== undefined && { default: schema.default }),
    ...(schema.enum && { enum: schema.enum }),
    limits: limitsOf(schema),
    children: childrenOf(schema.items ?? schema),
    open: isOpen(schema.items ?? schema),
    schema,
  };
}

/** The schema of a whole object: what the kind's CRD says and what every object has. Made once per definition. */
function objectSchema(definition: KindDefinition): StructuralSchema {
  const known = whole.get(definition);
  if (known !== undefined) return known;
  const { schema } = definition;
  const { apiVersion, kind, metadata, ...properties } = schema.properties ?? {};
  const required = new Set(['apiVersion', 'kind', 'metadata', ...(schema.required ?? [])]);
  const made = {
    ...schema,
    properties: {
      apiVersion: apiVersion ?? TEXT,
      kind: kind ?? TEXT,
      // A CRD may narrow metadata.name down; what else metadata has, the server knows.
      metadata: {
        ...objectMeta,
        properties: { ...objectMeta.properties, ...metadata?.properties },
        required: ['name'],
      },
      ...properties,
    },
    required: [...required],
  };
  whole.set(definition, made);
  return made;
}

function typeOf(schema: StructuralSchema): FieldType {
  if (schema.intOrString === true) return 'int-or-string';
  return schema.type ?? 'any';
}

function limitsOf(schema: StructuralSchema): FieldLimits {
  const present = LIMITS.flatMap((name) =>
    schema[name] === undefined ? [] : [[name, schema[name]] as const],
  );
  return Object.fromEntries(present);
}

function childrenOf({ properties = {}, required = [] }: StructuralSchema): readonly FieldChild[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    required: required.includes(name),
  }));
}

function isOpen(schema: StructuralSchema): boolean {
  return schema.additionalProperties !== undefined || schema.preserveUnknownFields === true;
}
