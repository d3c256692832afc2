import type { Wording } from '../../model/index.ts';
import { word } from './words.ts';

/** Findings about ListenerSets, listeners that conflict, and listeners that pass TLS through. */
export type ListenerFindingCode =
  | 'LISTENER-SET-NOT-ALLOWED'
  | 'LISTENER-SET-LABELS-UNKNOWN'
  | 'LISTENER-CONFLICTED'
  | 'TLS-PASSED-THROUGH';

/** Texts for {@link ListenerFindingCode}. */
export const listenerWording: Record<ListenerFindingCode, Wording> = {
  'LISTENER-SET-NOT-ALLOWED': {
    title: (params) => `${word(params, 'gateway')} does not allow ${word(params, 'object')}`,
    detail: (params) =>
      `spec.allowedListeners.namespaces.from of the Gateway is ${word(params, 'from')}. The ListenerSet gets Accepted=False, reason NotAllowed, and no request reaches its listeners.`,
    action: (params) =>
      `Set spec.allowedListeners.namespaces of the Gateway so that it takes namespace ${word(params, 'namespace')}.`,
    source: 'GEP-1713; Gateway API gateway_types.go: allowedListeners, default None',
  },
  'LISTENER-SET-LABELS-UNKNOWN': {
    title: (params) =>
      `Not known whether ${word(params, 'gateway')} allows ${word(params, 'object')}`,
    detail: (params) =>
      `The Gateway selects namespaces by label and Namespace ${word(params, 'namespace')} is not among the files. It is taken to match.`,
    action: (params) => `Add Namespace ${word(params, 'namespace')} with its labels.`,
    source: 'Gateway API gateway_types.go: allowedListeners.namespaces.selector',
  },
  'LISTENER-CONFLICTED': {
    title: (params) =>
      `Listener ${word(params, 'listener')} of ${word(params, 'object')} conflicts with another one`,
    detail: (params) =>
      `${word(params, 'reason')}: ${word(params, 'others')} cannot be told apart from it on port ${word(params, 'port')}. ${word(params, 'effect')}`,
    action: () => 'Give the listeners different ports, or different host names of one protocol.',
    source: 'Gateway API gateway_types.go: distinct listeners; GEP-1713: listener precedence',
  },
  'TLS-PASSED-THROUGH': {
    title: (params) =>
      `${word(params, 'object')} passes TLS through listener ${word(params, 'listener')}`,
    detail: () =>
      'The client makes the TLS connection with the backend itself. The gateway verifies nothing, presents no certificate, and a BackendTLSPolicy changes nothing here.',
    action: () => 'Nothing follows for backend TLS.',
    source: 'GEP-2907: TLS mode Passthrough',
  },
};
