import { encodingRules, type EncodingLintCode } from './encoding-rules.ts';
import type { LintRule } from './lint-rule.ts';
import { serverUsageRules, type ServerUsageLintCode } from './server-usage-rules.ts';

/** Rules that ask what a server is for, or that no backend holds against a client. */
const SERVERS_ONLY: readonly string[] = [
  'LINT-NO-EXTENDED-KEY-USAGE',
  'LINT-USAGES-DISAGREE',
  'LINT-LEAF-IS-CA',
  'LINT-VERSION',
] satisfies readonly (ServerUsageLintCode | EncodingLintCode)[];

/** Rules for the certificate with which a gateway logs in: nobody compares its names. */
export const clientRules: readonly LintRule<ServerUsageLintCode | EncodingLintCode>[] = [
  ...serverUsageRules,
  ...encodingRules,
].filter(({ code }) => !SERVERS_ONLY.includes(code));
