import type { JsonObject } from '../../manifest/types.ts';
import type { ValidationRule } from '../types.ts';
import { has, listRule, objectRule, sizeOf, textAt } from './rule.ts';

const SOURCE = 'gateway-api apis/v1/backendtlspolicy_types.go';

const sameTarget = (a: JsonObject, b: JsonObject): boolean =>
  a.group === b.group && a.kind === b.kind && a.name === b.name;

/** `spec.targetRefs` (v1.3): references to one target either all name a section or none does. */
export const targetSectionsAllOrNone = listRule(
  'targetSectionsAllOrNone',
  'sectionName must be specified when targetRefs includes 2 or more references to the same target',
  `${SOURCE} BackendTLSPolicySpec.targetRefs (v1.3)`,
  (refs) =>
    refs.every((a) =>
      refs.every(
        (b) =>
          !sameTarget(a, b) ||
          (textAt(a, 'sectionName') === '') === (textAt(b, 'sectionName') === ''),
      ),
    ),
);

/** `spec.targetRefs` (v1.3): no section of a target twice. */
export const targetSectionsUnique = listRule(
  'targetSectionsUnique',
  'sectionName must be unique when targetRefs includes 2 or more references to the same target',
  `${SOURCE} BackendTLSPolicySpec.targetRefs (v1.3)`,
  (refs) =>
    refs.every(
      (a) =>
        refs.filter(
          (b) => sameTarget(a, b) && textAt(a, 'sectionName') === textAt(b, 'sectionName'),
        ).length === 1,
    ),
);

const hasRefs = (it: JsonObject): boolean => sizeOf(it.caCertificateRefs) > 0;
const hasWellKnown = (it: JsonObject): boolean => textAt(it, 'wellKnownCACertificates') !== '';

/** `spec.validation` (v1.0): CA references or well-known CAs, not both. */
export const oneTrustSource = objectRule(
  'oneTrustSource',
  'must not contain both CACertificateRefs and WellKnownCACertificates',
  `${SOURCE} BackendTLSPolicyValidation (v1.0)`,
  (it) => !(hasRefs(it) && hasWellKnown(it)),
);

/** `spec.validation` (v1.0): one of the two. */
export const someTrustSource = objectRule(
  'someTrustSource',
  'must specify either CACertificateRefs or WellKnownCACertificates',
  `${SOURCE} BackendTLSPolicyValidation (v1.0)`,
  (it) => hasRefs(it) || hasWellKnown(it),
);

/** `spec.validation.subjectAltNames[]` (v1.2): the field that the type names, and no other. */
export const subjectAltNameRules: readonly ValidationRule[] = [
  altNameRule('Hostname', 'hostname', 'Hostname'),
  altNameRule('URI', 'uri', 'URI'),
].flat();

function altNameRule(type: string, field: string, word: string): readonly ValidationRule[] {
  const source = `${SOURCE} SubjectAltName (v1.2)`;
  return [
    objectRule(
      `subjectAltName${word}Present`,
      `SubjectAltName element must contain ${word}, if Type is set to ${type}`,
      source,
      (it) => it.type !== type || textAt(it, field) !== '',
    ),
    objectRule(
      `subjectAltName${word}Absent`,
      `SubjectAltName element must not contain ${word}, if Type is not set to ${type}`,
      source,
      (it) => it.type === type || !has(it, field) || textAt(it, field) === '',
    ),
  ];
}
