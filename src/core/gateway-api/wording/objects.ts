import type { Wording } from '../../model/index.ts';
import { sentences, when, word } from './words.ts';

/** Findings about objects as they stand, and about what they name. */
export type ObjectFindingCode =
  | 'OBJECT-REPEATED'
  | 'OBJECT-REDEFINED'
  | 'API-VERSION-OLD'
  | 'REFERENCE-TARGET-MISSING'
  | 'REFERENCE-TARGET-MADE'
  | 'REFERENCE-NOT-PERMITTED'
  | 'REFERENCE-OTHER-NAMESPACE'
  | 'REFERENCE-GROUP-CORE'
  | 'REFERENCE-KIND-UNSUPPORTED';

/** Texts for {@link ObjectFindingCode}. Params: `object` is `Kind name`, `field` a path, `target` is `Kind ns/name`. */
export const objectWording: Record<ObjectFindingCode, Wording> = {
  'OBJECT-REPEATED': {
    title: (params) => `${word(params, 'object')} is given twice with the same content`,
    detail: () => 'The later definition replaces the earlier one and changes nothing.',
    action: () => 'Keep one of them; nothing else follows.',
    source: 'kubectl apply: the last definition wins',
  },
  'OBJECT-REDEFINED': {
    title: (params) => `${word(params, 'object')} is given twice; the later one counts`,
    detail: (params) =>
      `The later definition differs in ${word(params, 'changes')}. The earlier one has no effect.`,
    action: () => 'Delete the earlier definition, or rename one of the two.',
    source: 'kubectl apply: the last definition wins',
  },
  'API-VERSION-OLD': {
    title: (params) => `${word(params, 'object')} uses the old version ${word(params, 'version')}`,
    detail: (params) => word(params, 'consequence'),
    action: (params) => `Write apiVersion: ${word(params, 'newest')}.`,
    source: 'Gateway API release table, v1.0 to v1.6.1',
  },
  'REFERENCE-TARGET-MISSING': {
    title: (params) => `${word(params, 'target')} is not among the files`,
    detail: (params) =>
      sentences(
        `${word(params, 'object')} names it in ${word(params, 'field')}.`,
        when(params, 'closest', (names) => `Similar names that exist: ${names}.`),
        when(params, 'namespaces', (names) => `The same name exists in namespace ${names}.`),
      ),
    action: (params) =>
      params.closest === undefined
        ? `Add ${word(params, 'target')} to the workspace, or name an object that is there.`
        : `Change ${word(params, 'field')}, or add ${word(params, 'target')} to the workspace.`,
    source: 'The manifests in this workspace',
  },
  'REFERENCE-TARGET-MADE': {
    title: (params) => `${word(params, 'target')} is made in the cluster`,
    detail: (params) =>
      `${word(params, 'object')} names it in ${word(params, 'field')}. ${word(params, 'maker')} makes it, so what is in it is not among the files.`,
    action: () =>
      'Nothing is wrong with that. Drop the public certificate, or add what is made, to see the handshake.',
    source: 'The manifests in this workspace',
  },
  'REFERENCE-NOT-PERMITTED': {
    title: (params) =>
      `No ReferenceGrant lets ${word(params, 'object')} use ${word(params, 'target')}`,
    detail: (params) =>
      `${word(params, 'field')} names an object of namespace ${word(params, 'toNamespace')}. The gateway reports RefNotPermitted and does not use it.`,
    action: (params) =>
      `Add a ReferenceGrant in namespace ${word(params, 'toNamespace')} from ${word(params, 'fromKind')} of namespace ${word(params, 'fromNamespace')} to ${word(params, 'toKind')} ${word(params, 'toName')}.`,
    source: 'Gateway API referencegrant_types.go',
  },
  'REFERENCE-OTHER-NAMESPACE': {
    title: (params) => `${word(params, 'object')} may not use ${word(params, 'target')}`,
    detail: (params) =>
      `Envoy Gateway takes this Secret from namespace ${word(params, 'fromNamespace')} only; a ReferenceGrant does not change that.`,
    action: (params) =>
      `Put the Secret into namespace ${word(params, 'fromNamespace')} and name it there.`,
    source:
      'Envoy Gateway backendtlspolicy.go: ClientCertificateRef Secret is not located in the same namespace',
  },
  'REFERENCE-GROUP-CORE': {
    title: (params) => `${word(params, 'object')} writes the group "core"`,
    detail: (params) =>
      `The core API group has the empty name. The API server accepts ${word(params, 'field')} as it stands, and a gateway that compares groups will not find the object.`,
    action: () => 'Write group: "".',
    source: 'Gateway API object_reference_types.go',
  },
  'REFERENCE-KIND-UNSUPPORTED': {
    title: (params) =>
      `${word(params, 'object')} names a ${word(params, 'kind')}, which cannot be used there`,
    detail: (params) =>
      `${word(params, 'field')} takes ${word(params, 'supported')}. The condition ResolvedRefs is False with reason ${word(params, 'reason')}.`,
    action: (params) => `Name a ${word(params, 'supported')}.`,
    source:
      'Gateway API gateway_types.go, backendtlspolicy_types.go, httproute_types.go: supported kinds',
  },
};
