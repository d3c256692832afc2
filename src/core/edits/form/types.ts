import type { JsonValue } from '../../manifest/types.ts';
import type { FieldType } from '../../schema/index.ts';
import type { FieldPath, TextRange } from '../../model/index.ts';
import type { Reader } from '../../help/index.ts';

/** What can be typed into one line. */
export type FormScalar = string | number | boolean;

/** A field that is not there and could be. */
export interface FormChoice {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** What it starts with. */
  readonly initial: JsonValue;
}

/** Objects that a reference at this place could name, by one way of the API. */
export interface FormTargets {
  /** Id of a `ConnectWay`. */
  readonly way: string;
  readonly label: string;
  readonly objects: readonly { readonly key: string; readonly label: string }[];
}

/** What every field of a form has. */
export interface FieldBase {
  readonly path: FieldPath;
  /** As it is written: the key, or the number of the item from 1. */
  readonly name: string;
  readonly required: boolean;
  /** What it takes, from the schema: type, limits, default. */
  readonly facts: readonly string[];
  /** Our sentence about it; empty where there is none. */
  readonly help: string;
  /** How each gateway takes it, where they differ. */
  readonly readBy: readonly Reader[];
}

/** One field of an object as a control. */
export type FormField =
  | (FieldBase & {
      readonly kind: 'value';
      readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'int-or-string';
      readonly value: FormScalar | null;
      /** Closed: nothing else passes. Otherwise the names of objects that it could name; empty where it names none. */
      readonly choices: readonly string[];
      readonly closed: boolean;
      /** What is usual where any text passes. */
      readonly suggestions: readonly string[];
    })
  | (FieldBase & {
      readonly kind: 'group';
      readonly fields: readonly FormField[];
      readonly addable: readonly FormChoice[];
      /** Any name can be added: labels, data. */
      readonly open: boolean;
      readonly targets: readonly FormTargets[];
    })
  | (FieldBase & {
      readonly kind: 'list';
      readonly itemType: FieldType;
      /** What a new item starts with. */
      readonly initial: JsonValue;
      readonly items: readonly FormField[];
      readonly targets: readonly FormTargets[];
    })
  /** Of a shape that has no control, or private material: it is changed as text, where it stands. */
  | (FieldBase & {
      readonly kind: 'text-only';
      readonly at: { readonly fileId: string; readonly range: TextRange };
    });

/** An object as a form: plain data. */
export interface ObjectForm {
  readonly objectKey: string;
  readonly fields: readonly FormField[];
  readonly addable: readonly FormChoice[];
}
