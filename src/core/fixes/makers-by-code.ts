import { gatewayApiMakers } from './tables/gateway-api-makers.ts';
import { implementationMakers } from './tables/implementation-makers.ts';
import { manifestMakers } from './tables/manifest-makers.ts';
import { schemaMakers } from './tables/schema-makers.ts';
import { tlsMakers } from './tables/tls-makers.ts';

/** What makes the repairs of a finding, by its code; \`whyNoFix\` in core/analysis says why the other codes have none. */
export const makersByCode = {
  ...manifestMakers,
  ...schemaMakers,
  ...gatewayApiMakers,
  ...implementationMakers,
  ...tlsMakers,
};

/** Codes whose findings a text edit can repair, given what it needs. */
export type FixableCode = keyof typeof makersByCode;
