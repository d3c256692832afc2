import type { Wording } from '../../model/index.ts';

/** Codes about CustomResourceDefinitions among the user's manifests. */
export type CrdFindingCode =
  | 'CRD-KEYWORD-IGNORED'
  | 'CRD-NOT-READABLE'
  | 'CRD-PATTERN-REFUSED'
  | 'CRD-RULE-NOT-EVALUATED'
  | 'CRD-RULE-TOO-COSTLY'
  | 'CRD-SCHEMA-TOO-LARGE'
  | 'CRD-VERSION-WITHOUT-SCHEMA';

type Params = Readonly<Record<string, string>>;

const crd = (p: Params): string => p.crd ?? 'The CRD';
const place = (p: Params): string => `${p.path ?? 'the schema'} of version ${p.version ?? ''}`;

/** What is told about a user's CRD that cannot be used as it stands, or not whole. */
export const crdWording: Record<CrdFindingCode, Wording> = {
  'CRD-KEYWORD-IGNORED': {
    title: (p) => `${crd(p)} has a keyword that says nothing here`,
    detail: (p) =>
      `${p.keyword ?? ''} at ${place(p)} is ${p.found ?? 'of another form'}; ${p.expected ?? 'another form'} is expected. The schema is used without it.`,
    action: (p) => `Correct ${p.keyword ?? 'the keyword'}, or remove it.`,
    source: 'apiextensions.k8s.io/v1 JSONSchemaProps; apiextensions-apiserver schema/structural.go',
  },
  'CRD-NOT-READABLE': {
    title: (p) => `${crd(p)} defines no kind`,
    detail: (p) =>
      `${p.field ?? 'A field'} is ${p.found ?? 'missing'}. Objects of its kind are checked as if the CRD were not there.`,
    action: (p) => `Set ${p.field ?? 'the field'}, or drop the CRD as its project ships it.`,
    source: 'apiextensions.k8s.io/v1 CustomResourceDefinitionSpec',
  },
  'CRD-PATTERN-REFUSED': {
    title: (p) => `${crd(p)} has a pattern that the API server refuses`,
    detail: (p) => `${p.pattern ?? ''} at ${place(p)}: ${p.error ?? ''}. No value is held to it.`,
    action: () => 'Write the pattern in RE2 syntax; it has no look-around and no back references.',
    source: 'apiextensions-apiserver validation: must be a valid regular expression',
  },
  'CRD-RULE-NOT-EVALUATED': {
    title: (p) => `A rule of ${crd(p)} is not evaluated`,
    detail: (p) =>
      `${place(p)} says: ${p.rule ?? ''}. ${p.error ?? 'The expression cannot be read'}. What the API server would answer to this rule is not known here.`,
    action: () => 'Check objects of this kind with kubectl apply --dry-run=server as well.',
    source: 'Kubernetes: CRD validation rules (x-kubernetes-validations)',
  },
  'CRD-RULE-TOO-COSTLY': {
    title: (p) => `A rule of ${crd(p)} takes too long for this object`,
    detail: (p) =>
      `${place(p)} says: ${p.rule ?? ''}. It can take ${p.cost ?? 'very many'} steps, more than the ${p.limit ?? ''} that are allowed here, so it was not evaluated.`,
    action: () =>
      'Give the lists of the schema maxItems, or check with kubectl apply --dry-run=server.',
    source: 'Kubernetes: resource constraints of validation rules; a bound of this program',
  },
  'CRD-SCHEMA-TOO-LARGE': {
    title: (p) => `The schema of ${crd(p)} is too large`,
    detail: (p) =>
      `${place(p)} stands deeper than ${p.depth ?? ''} levels or behind ${p.nodes ?? ''} schemas. What lies below is accepted unchecked.`,
    action: () => 'Drop the CRD as its project ships it.',
    source: 'A bound of this program',
  },
  'CRD-VERSION-WITHOUT-SCHEMA': {
    title: (p) => `Version ${p.version ?? ''} of ${crd(p)} has no schema`,
    detail: () =>
      'The API server wants openAPIV3Schema. Objects of this version are accepted unchecked.',
    action: () => 'Set schema.openAPIV3Schema of the version.',
    source: 'apiextensions.k8s.io/v1 CustomResourceDefinitionVersion',
  },
};
