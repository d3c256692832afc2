import type { Wording } from '../model/index.ts';

/** Codes about what the API server answers to an object. */
export type SchemaFindingCode =
  | 'SCHEMA-DEPRECATED-VERSION'
  | 'SCHEMA-DUPLICATE'
  | 'SCHEMA-EXPERIMENTAL-FIELD'
  | 'SCHEMA-FIELD-OF-OTHER-RELEASE'
  | 'SCHEMA-FORBIDDEN'
  | 'SCHEMA-INVALID'
  | 'SCHEMA-KIND-OUTSIDE'
  | 'SCHEMA-KIND-UNKNOWN'
  | 'SCHEMA-NOT-SERVED'
  | 'SCHEMA-OLD-BACKEND-TLS'
  | 'SCHEMA-REQUIRED'
  | 'SCHEMA-RULE'
  | 'SCHEMA-RULES-NOT-CHECKED'
  | 'SCHEMA-TOO-LONG'
  | 'SCHEMA-TOO-MANY'
  | 'SCHEMA-TYPE'
  | 'SCHEMA-UNKNOWN-FIELD'
  | 'SCHEMA-UNSUPPORTED';

type Params = Readonly<Record<string, string>>;

const word = (p: Params, name: string): string => p[name] ?? '…';
const refused = (p: Params): string =>
  `The API server answers: ${word(p, 'type')} "${word(p, 'name')}" is invalid: ${word(p, 'message')}`;
const dropped = (p: Params): string =>
  `The API server drops ${word(p, 'field')} without a word; kubectl says: ${word(p, 'strict')}.`;
const APISERVER = 'apiextensions-apiserver pkg/apiserver/validation';

/** Params: `object` (`Kind name`), `type`, `name`, `field`, `message` (the server's line) and what the text names. */
export const schemaWording: Record<SchemaFindingCode, Wording> = {
  'SCHEMA-DEPRECATED-VERSION': {
    title: (p) => `${word(p, 'object')} uses a deprecated version`,
    detail: (p) => `kubectl prints: Warning: ${word(p, 'message')}`,
    action: () => 'Write apiVersion: gateway.networking.k8s.io/v1; the fields are the same.',
    source: 'deprecationWarning of the CRD',
  },
  'SCHEMA-DUPLICATE': {
    title: (p) => `${word(p, 'field')} of ${word(p, 'object')} stands there twice`,
    detail: refused,
    action: (p) => `Remove ${word(p, 'field')}, or give it a key of its own.`,
    source: 'apiextensions-apiserver pkg/apiserver/schema/listtype',
  },
  'SCHEMA-EXPERIMENTAL-FIELD': {
    title: (p) => `${word(p, 'field')} needs the experimental channel`,
    detail: (p) =>
      `${dropped(p)} The experimental channel of Gateway API ${word(p, 'release')} has it, the standard channel does not.`,
    action: () => 'Install the CRDs of the experimental channel, or remove the field.',
    source: 'gateway-api config/crd/standard and config/crd/experimental',
  },
  'SCHEMA-FIELD-OF-OTHER-RELEASE': {
    title: (p) => `${word(p, 'field')} is no field of Gateway API ${word(p, 'release')}`,
    detail: (p) => `${dropped(p)} These CRDs have it: ${word(p, 'editions')}.`,
    action: () => 'Install the CRDs of a release that has it, or remove the field.',
    source: 'gateway-api config/crd at v1.3.0, v1.4.1, v1.5.1, v1.6.1',
  },
  'SCHEMA-FORBIDDEN': {
    title: (p) => `${word(p, 'field')} of ${word(p, 'object')} is not allowed`,
    detail: refused,
    action: (p) => `Remove ${word(p, 'field')}.`,
    source: APISERVER,
  },
  'SCHEMA-INVALID': {
    title: (p) => `${word(p, 'object')} is refused for ${word(p, 'field')}`,
    detail: refused,
    action: (p) => `Correct ${word(p, 'field')}.`,
    source: APISERVER,
  },
  'SCHEMA-KIND-OUTSIDE': {
    title: (p) => `${word(p, 'object')} is outside backend TLS`,
    detail: (p) =>
      [
        `${word(p, 'type')} is a kind of ${word(p, 'owner')}: it sets ${word(p, 'sets')}.`,
        p.reaches ?? 'Nothing in it changes how a backend is connected to, so it is not checked.',
      ].join(' '),
    action: (p) =>
      p.reaches === undefined
        ? 'Nothing has to be done.'
        : 'Read it yourself where a verdict here differs from what you see.',
    source: "CRDs of the gateway's release",
  },
  'SCHEMA-KIND-UNKNOWN': {
    title: (p) => `${word(p, 'type')} is no known kind of its group`,
    detail: (p) =>
      `No gateway that is known here has it. Where the cluster has no CRD for it, kubectl says: no matches for kind "${word(p, 'type')}" in version "${word(p, 'apiVersion')}". Nothing is read from ${word(p, 'object')}.`,
    action: (p) =>
      p.nearest === undefined
        ? 'Correct kind or apiVersion, or add the CRD to the workspace.'
        : `Write kind: ${p.nearest}, or add the CRD to the workspace.`,
    source: 'kubectl; CRDs of the four gateways and of the Gateway API',
  },
  'SCHEMA-NOT-SERVED': {
    title: (p) => `${word(p, 'apiVersion')} ${word(p, 'type')} is not served`,
    detail: (p) =>
      `kubectl answers: no matches for kind "${word(p, 'type')}" in version "${word(p, 'apiVersion')}". Gateway API ${word(p, 'release')}, ${word(p, 'channel')} channel, serves ${word(p, 'served')}.`,
    action: (p) =>
      p.use === undefined
        ? 'Choose the release and channel that the cluster has, or install CRDs that have this kind.'
        : `Write apiVersion: ${p.use}.`,
    source: 'spec.versions[].served of the CRD',
  },
  'SCHEMA-OLD-BACKEND-TLS': {
    title: (p) => `${word(p, 'object')} sends no client certificate: spec.backendTLS is dropped`,
    detail: (p) =>
      `${dropped(p)} The field was renamed in Gateway API 1.4, so the Gateway is accepted and mutual TLS is off.`,
    action: (p) =>
      p.renamed === undefined
        ? 'Install the CRDs of the experimental channel, or of Gateway API 1.5 or later, and write spec.tls.backend.'
        : `Move its content to ${p.renamed}.`,
    source: 'gateway-api PR 4009 (v1.4); GEP-3155',
  },
  'SCHEMA-REQUIRED': {
    title: (p) => `${word(p, 'object')} has no ${word(p, 'field')}`,
    detail: refused,
    action: (p) => `Add ${word(p, 'field')}.`,
    source: APISERVER,
  },
  'SCHEMA-RULE': {
    title: (p) => `${word(p, 'object')} breaks a rule of its kind`,
    detail: refused,
    action: (p) => `Change ${word(p, 'field')} so that the rule holds.`,
    source: 'x-kubernetes-validations of the CRD; apiextensions-apiserver pkg/apiserver/schema/cel',
  },
  'SCHEMA-RULES-NOT-CHECKED': {
    title: (p) => `The rules of ${word(p, 'object')} were not asked`,
    detail: (p) =>
      `The API server asks the rules of a kind only when no field is missing, too long, too many or of another type: ${word(p, 'message')}.`,
    action: () => 'Correct the other errors first; more may follow.',
    source: 'apiextensions-apiserver pkg/registry/customresource/strategy.go hasBlockingErr',
  },
  'SCHEMA-TOO-LONG': {
    title: (p) => `${word(p, 'field')} of ${word(p, 'object')} is too long`,
    detail: refused,
    action: (p) => `Shorten ${word(p, 'field')}.`,
    source: APISERVER,
  },
  'SCHEMA-TOO-MANY': {
    title: (p) => `${word(p, 'field')} of ${word(p, 'object')} has too many entries`,
    detail: refused,
    action: (p) => `Take entries out of ${word(p, 'field')}, or split the object.`,
    source: APISERVER,
  },
  'SCHEMA-TYPE': {
    title: (p) => `${word(p, 'field')} of ${word(p, 'object')} is of another type`,
    detail: refused,
    action: () =>
      'Write a value of the type that is asked for; quotes make text of a number or of yes, no, on, off.',
    source: APISERVER,
  },
  'SCHEMA-UNKNOWN-FIELD': {
    title: (p) => `${word(p, 'object')} has no field ${word(p, 'field')}`,
    detail: dropped,
    action: (p) =>
      p.nearest === undefined
        ? `Remove ${word(p, 'field')}.`
        : `Write ${p.nearest}, or remove ${word(p, 'field')}.`,
    source: 'apiextensions-apiserver pkg/apiserver/schema/pruning',
  },
  'SCHEMA-UNSUPPORTED': {
    title: (p) => `${word(p, 'field')} of ${word(p, 'object')} has a value that is not known`,
    detail: refused,
    action: (p) => `Write one of the ${word(p, 'supported')}.`,
    source: APISERVER,
  },
};
