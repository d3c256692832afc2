import type { Wording } from '../../model/index.ts';

const word = (params: Readonly<Record<string, string>>, name: string): string =>
  params[name] ?? '…';

/** What controllers do not know of ListenerSets. */
export type ListenerSetFindingCode = 'LISTENER-SET-NOT-READ';

export const listenerSetWording: Record<ListenerSetFindingCode, Wording> = {
  'LISTENER-SET-NOT-READ': {
    title: (params) => `${word(params, 'gateway')} does not read ${word(params, 'object')}`,
    detail: (params) =>
      `${word(params, 'reads')} No listener is opened for it and no status is written, so clients get no connection.`,
    action: (params) =>
      `Write the listeners into the Gateway, or use a kind and a release that go together; Envoy Gateway 1.7 wants gatewayAPI.enabled: [XListenerSet] in its configuration for ${word(params, 'kind')}.`,
    source:
      'NGINX Gateway Fabric pull request #5138, Envoy Gateway #7998 and #8161, kgateway #11255 and #13671, agentgateway ListenerSetBuilder',
  },
};
