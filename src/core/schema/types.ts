import type { JsonObject, JsonValue } from '../manifest/types.ts';
import type { FieldPath } from '../model/field.ts';
import type { InstalledCrds } from '../model/index.ts';

export type { GatewayApiChannel, GatewayApiVersion } from '../model/index.ts';
/** Which CRDs stand in the cluster. */
export type AdmissionSettings = InstalledCrds;

export type SchemaType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';

/**
 * A structural schema with the names that `openAPIV3Schema` has; `x-kubernetes-…` extensions without the prefix.
 * The built-in tables are written in it and a user's CRD is converted into it.
 * Source: apiextensions-apiserver `pkg/apiserver/schema/structural.go`.
 */
export interface StructuralSchema extends ValueValidation {
  /** Absent only with `intOrString` or `preserveUnknownFields`, or inside allOf/anyOf/oneOf/not. */
  readonly type?: SchemaType;
  readonly nullable?: true;
  readonly default?: JsonValue;
  readonly listType?: 'atomic' | 'set' | 'map';
  readonly listMapKeys?: readonly string[];
  /** Unknown fields at this level stay; those of known properties below are still pruned. */
  readonly preserveUnknownFields?: true;
  readonly intOrString?: true;
  /** The value is a whole Kubernetes object: apiVersion, kind and metadata are known and checked. */
  readonly embeddedResource?: true;
  /** `x-kubernetes-validations`, in the order of the CRD. */
  readonly rules?: readonly ValidationRule[];
}

/** What limits a value without saying of what type it is. */
export interface ValueValidation {
  readonly properties?: Readonly<Record<string, StructuralSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: StructuralSchema;
  readonly items?: StructuralSchema;
  readonly enum?: readonly JsonValue[];
  /** RE2 text, unanchored, as the CRD writes it. */
  readonly pattern?: string;
  /** How `pattern` is asked when JavaScript's RegExp must not be: a CRD of the user may hold any RE2 text. */
  readonly matchesPattern?: (text: string) => boolean;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: true;
  readonly exclusiveMaximum?: true;
  readonly multipleOf?: number;
  /** In code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly uniqueItems?: true;
  readonly allOf?: readonly StructuralSchema[];
  readonly anyOf?: readonly StructuralSchema[];
  readonly oneOf?: readonly StructuralSchema[];
  readonly not?: StructuralSchema;
}

/**
 * One rule of `x-kubernetes-validations`: a named function of ours for the built-in kinds, an evaluated CEL program
 * for the user's. It is asked only when nothing structural stands in its way, with the defaulted and pruned value.
 */
export interface ValidationRule {
  /** Name of the function, or the text of the CEL expression. */
  readonly id: string;
  /** As the server prints it: the rule's message, or `failed rule: <rule>` where the CRD has none. */
  readonly message: string;
  /** Must not throw: what CEL would answer with an error is a failure of kind `error`. */
  readonly check: (self: JsonValue) => boolean | RuleFailure;
  /** `fieldPath` of the rule, relative to the schema it stands at. */
  readonly fieldPath?: FieldPath;
  readonly reason?: RuleReason;
  /** Compares with the stored object (`oldSelf`): asked on update only, so never of a manifest. */
  readonly transition?: true;
  /** CRD field and release that the rule came with. */
  readonly source?: string;
}

export type RuleReason =
  'FieldValueInvalid' | 'FieldValueForbidden' | 'FieldValueRequired' | 'FieldValueDuplicate';

/** `message`: the text of a messageExpression. `error`: CEL ended with an error, e.g. `no such key: uri`. */
export type RuleFailure =
  | { readonly kind: 'message'; readonly message: string }
  | { readonly kind: 'error'; readonly error: string };

/** One served or known version of a kind: a built-in table or a version of a user's CRD. */
export interface KindDefinition {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** In the CRD, but answered with `no matches for kind` when false. */
  readonly served: boolean;
  readonly namespaced: boolean;
  readonly schema: StructuralSchema;
  /** Set when the CRD has the subresource `status`: what a manifest says there is dropped before it is checked. */
  readonly statusSubresource?: true;
  /** Text the server sends back with every use of a deprecated version. */
  readonly deprecation?: string;
  readonly origin: DefinitionOrigin;
}

export type DefinitionOrigin =
  | { readonly kind: 'built-in' }
  /** Core kinds (Service, Secret, …): Go types, whose unknown fields and checks read differently. */
  | { readonly kind: 'native' }
  | { readonly kind: 'custom'; readonly objectId: string };

/** The user's CRDs: they stand before the built-in ones of the same group and kind, all versions of it. */
export interface CustomDefinitions {
  /** Every version that the user's CRD has; null when no CRD of the user defines this kind. */
  readonly versionsOf: (group: string, kind: string) => readonly KindDefinition[] | null;
  /** All versions of all of the user's kinds. */
  readonly all: readonly KindDefinition[];
}

/** `field.ErrorType` of apimachinery. `TypeInvalid` and `Invalid` both print `Invalid value`. */
export type AdmissionErrorType =
  | 'Required'
  | 'Invalid'
  | 'TypeInvalid'
  | 'NotSupported'
  | 'Duplicate'
  | 'TooLong'
  | 'TooMany'
  | 'Forbidden'
  | 'NotFound'
  | 'Internal';

export interface AdmissionError {
  readonly type: AdmissionErrorType;
  /** Null where the server prints `<nil>`. */
  readonly path: FieldPath | null;
  /** What follows the type, e.g. `spec.x in body should match '^a$'`; empty for a plain `Required value`. */
  readonly detail: string;
  /** The whole line as the server prints it, e.g. `spec.x: Required value`. */
  readonly message: string;
  /** Set when a rule of `x-kubernetes-validations` (or its counterpart here) failed. */
  readonly rule?: string;
}

export type AdmissionStatus = 'accepted' | 'rejected' | 'not-served' | 'unknown-kind';

/** What the API server does with one object. */
export interface AdmissionResult {
  readonly status: AdmissionStatus;
  /** In the server's order; the line that rules were not checked is one of them. */
  readonly errors: readonly AdmissionError[];
  /** Fields that the server drops without a word and kubectl's strict mode names. */
  readonly unknownFields: readonly FieldPath[];
  /** What the server would store: pruned, defaulted. The object as given when it never gets so far. */
  readonly value: JsonObject;
  /** `Warning:` lines that kubectl prints, without that word. */
  readonly warnings: readonly string[];
  /** Absent for a kind that is not known here. */
  readonly definition?: KindDefinition;
  /** Versions of the kind that are served, when the asked one is not. */
  readonly servedVersions: readonly string[];
}

/** What admission needs of an object; `ManifestObject` is one. */
export interface AdmissionObject {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly value: JsonObject;
}
