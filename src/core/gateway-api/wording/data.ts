import type { Wording } from '../../model/index.ts';
import { sentences, when, word } from './words.ts';

/** Findings about what stands in Secrets and ConfigMaps. */
export type DataFindingCode =
  | 'DATA-HTML-ESCAPED'
  | 'DATA-PLAIN-TEXT'
  | 'DATA-NOT-BASE64'
  | 'DATA-NOT-TEXT'
  | 'DATA-KEY-TWICE'
  | 'CA-KEY-MISSING'
  | 'TLS-KEY-MISSING';

/** Texts for {@link DataFindingCode}. Params: `object`, `key`, `field`, `offset`, `keys`. */
export const dataWording: Record<DataFindingCode, Wording> = {
  'DATA-HTML-ESCAPED': {
    title: (params) =>
      `${word(params, 'field')} of ${word(params, 'object')} has HTML character references`,
    detail: (params) =>
      `"&#43;" and its like stand where base64 has "+", "/" or "=". The API server refuses the object: illegal base64 data at input byte ${word(params, 'offset')}.`,
    action: () => 'Replace them by the characters they stand for.',
    source: 'RFC 4648 §4; RFC 7468 §3',
  },
  'DATA-PLAIN-TEXT': {
    title: (params) =>
      `${word(params, 'field')} of ${word(params, 'object')} is plain text, not base64`,
    detail: (params) =>
      `The API server refuses the Secret: illegal base64 data at input byte ${word(params, 'offset')}.`,
    action: (params) => `Move ${word(params, 'key')} to stringData, or encode it as base64.`,
    source: 'Kubernetes API: Secret.data; Go encoding/base64',
  },
  'DATA-NOT-BASE64': {
    title: (params) => `${word(params, 'field')} of ${word(params, 'object')} is not base64`,
    detail: (params) =>
      `The API server refuses the object: illegal base64 data at input byte ${word(params, 'offset')}.`,
    action: (params) => `Encode ${word(params, 'key')} again and paste the whole value.`,
    source: 'Kubernetes API: Secret.data; Go encoding/base64',
  },
  'DATA-NOT-TEXT': {
    title: (params) =>
      `${word(params, 'field')} of ${word(params, 'object')} is a ${word(params, 'found')}`,
    detail: () => 'The API server takes text only here and refuses the object.',
    action: () => 'Put the value in quotes.',
    source: 'Kubernetes API: Secret.data, ConfigMap.data',
  },
  'DATA-KEY-TWICE': {
    title: (params) =>
      `${word(params, 'object')} has ${word(params, 'key')} in data and in binaryData`,
    detail: () => 'The API server refuses a ConfigMap whose key stands in both.',
    action: (params) => `Keep ${word(params, 'key')} in one of them.`,
    source: 'Kubernetes API: ConfigMap.binaryData',
  },
  'CA-KEY-MISSING': {
    title: (params) => `${word(params, 'object')} has no CA certificate under ca.crt`,
    detail: (params) =>
      sentences(
        `${word(params, 'user')} takes its CA from the key ca.crt, which is ${word(params, 'problem')}.`,
        when(params, 'keys', (keys) => `Keys that exist: ${keys}.`),
      ),
    action: (params) =>
      params.candidate === undefined
        ? 'Add the key ca.crt with the CA certificate in PEM.'
        : `Rename ${word(params, 'candidate')} to ca.crt.`,
    source: 'Gateway API backendtlspolicy_types.go: key ca.crt; reason InvalidCACertificateRef',
  },
  'TLS-KEY-MISSING': {
    title: (params) => `${word(params, 'object')} has no ${word(params, 'missing')}`,
    detail: (params) =>
      sentences(
        'A Secret with a certificate and its key needs tls.crt and tls.key.',
        when(params, 'keys', (keys) => `Keys that exist: ${keys}.`),
        when(params, 'refused', (message) => `The API server refuses it: ${message}`),
      ),
    action: (params) => `Add ${word(params, 'missing')} to the Secret.`,
    source: 'Kubernetes API: Secret type kubernetes.io/tls; Gateway API gateway_types.go',
  },
};
