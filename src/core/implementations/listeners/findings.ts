import type { Wording } from '../../model/index.ts';

const word = (params: Readonly<Record<string, string>>, name: string): string =>
  params[name] ?? '…';

/** What controllers have against a listener. */
export type RefusedListenerFindingCode = 'LISTENER-REFUSED';

export const refusedListenerWording: Record<RefusedListenerFindingCode, Wording> = {
  'LISTENER-REFUSED': {
    title: (params) =>
      `${word(params, 'gateway')} refuses listener ${word(params, 'listener')} of ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'said')}, reason ${word(params, 'reason')}: ${word(params, 'message')} ${word(params, 'effect')}`,
    action: (params) => `Correct what the message names in ${word(params, 'field')}.`,
    source:
      'kgateway pkg/kgateway/translator/listener; agentgateway controller/pkg/agentgateway/translator/conversion.go: BuildListener; Envoy Gateway internal/gatewayapi/validate.go; NGINX Gateway Fabric graph/gateway_listener.go',
  },
};
