import type { JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { SchemaType, StructuralSchema, ValueValidation } from '../types.ts';

/** `any`: the schema takes every value, or every type. */
export type FieldType = SchemaType | 'int-or-string' | 'any';

/** What a value must keep to, as far as a form or a hover can say it. */
export type FieldLimits = Pick<
  ValueValidation,
  | 'pattern'
  | 'format'
  | 'minimum'
  | 'maximum'
  | 'minLength'
  | 'maxLength'
  | 'minItems'
  | 'maxItems'
  | 'minProperties'
  | 'maxProperties'
>;

/** A field that may stand in an object, or in each item of a list of objects. */
export interface FieldChild {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
}

/** One field as its CRD has it. */
export interface FieldDescription {
  readonly path: FieldPath;
  readonly type: FieldType;
  /** Of a list: the type of an item. */
  readonly itemType?: FieldType;
  /** Its object does not pass without it. */
  readonly required: boolean;
  readonly default?: JsonValue;
  readonly enum?: readonly JsonValue[];
  readonly limits: FieldLimits;
  /** Fields of the object, or of an item of the list; in the order of the table. */
  readonly children: readonly FieldChild[];
  /** Names beyond `children` stay: a map, or an object that keeps what it does not know. */
  readonly open: boolean;
  /** The schema itself, for what asks deeper. */
  readonly schema: StructuralSchema;
}
