import type { Wording } from '../../model/index.ts';

const word = (params: Readonly<Record<string, string>>, name: string): string =>
  params[name] ?? '…';

/** What controllers say of a whole rule. */
export type RuleFindingCode = 'RULE-NOT-PROGRAMMED';

export const ruleWording: Record<RuleFindingCode, Wording> = {
  'RULE-NOT-PROGRAMMED': {
    title: (params) => `${word(params, 'gateway')} leaves a rule of ${word(params, 'object')} out`,
    detail: (params) => `${word(params, 'reason')} ${word(params, 'effect')}`,
    action: (params) => `Correct what the message names in ${word(params, 'field')}.`,
    source:
      'Envoy Gateway internal/gatewayapi/filters.go, NGINX Gateway Fabric internal/controller/state/graph/httproute.go, kgateway pkg/kgateway/translator/irtranslator, agentgateway controller/pkg/agentgateway/translator',
  },
};
