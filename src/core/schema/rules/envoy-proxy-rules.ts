import { has, objectRule } from './rule.ts';

const SOURCE = 'envoyproxy/gateway api/v1alpha1/envoyproxy_types.go EnvoyProxySpec';

/** `spec`. */
export const envoyProxyRules = [
  objectRule('oneLuaField', 'only one of luaValidation or lua may be set', SOURCE, (it) => {
    return !has(it, 'luaValidation') || !has(it, 'lua');
  }),
  objectRule(
    'mergeOneThing',
    'mergeGateways and mergeBackends cannot both be enabled',
    SOURCE,
    (it) => it.mergeGateways !== true || !has(it, 'mergeBackends'),
  ),
];
