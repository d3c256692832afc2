import { has, objectRule, textAt } from './rule.ts';

const SOURCE = 'gateway-api apis/v1/grpcroute_types.go GRPCMethodMatch (v1.0)';
const SERVICE = /^\.?[a-z_][a-z_0-9]*(\.[a-z_][a-z_0-9]*)*$/i;
const METHOD = /^[A-Za-z_][A-Za-z_0-9]*$/;

/** `spec.rules[].matches[].method`. */
export const grpcMethodRules = [
  objectRule(
    'serviceOrMethod',
    "One or both of 'service' or 'method' must be specified",
    SOURCE,
    (it) => !has(it, 'type') || has(it, 'service') || has(it, 'method'),
  ),
  objectRule(
    'serviceForm',
    'service must only contain valid characters (matching ^(?i)\\.?[a-z_][a-z_0-9]*(\\.[a-z_][a-z_0-9]*)*$)',
    SOURCE,
    (it) => it.type !== 'Exact' || !has(it, 'service') || SERVICE.test(textAt(it, 'service')),
  ),
  objectRule(
    'methodForm',
    'method must only contain valid characters (matching ^[A-Za-z_][A-Za-z_0-9]*$)',
    SOURCE,
    (it) => it.type !== 'Exact' || !has(it, 'method') || METHOD.test(textAt(it, 'method')),
  ),
];
