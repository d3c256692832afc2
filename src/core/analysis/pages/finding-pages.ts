import type { FindingCode } from '../catalogue.ts';
import { connectionPages } from './connection-pages.ts';
import { envoyGatewayPages } from './envoy-gateway-pages.ts';
import { certificatePages, chainPages } from './handshake-certificate-pages.ts';
import { agentgatewayPages, kgatewayPages } from './kgateway-pages.ts';
import { lintPages } from './lint-pages.ts';
import { manifestPages } from './manifest-pages.ts';
import { ngfPages } from './ngf-pages.ts';
import {
  dataPages,
  listenerPages,
  objectPages,
  refusedListenerPages,
  rulePages,
  unreadListenerSetPages,
} from './object-pages.ts';
import { filePages, keyPages, pemPages } from './pki-pages.ts';
import { policyPages, routePages } from './policy-pages.ts';
import { crdPages, schemaPages } from './schema-pages.ts';
import type { FindingPage } from './types.ts';
import { workloadPages } from './workload-pages.ts';
import { contentPages, guidePages } from './workspace-pages.ts';

/** The page of every code. A code without one is a type error here. */
export const findingPages: Readonly<Record<FindingCode, FindingPage>> = {
  ...chainPages,
  ...certificatePages,
  ...connectionPages,
  ...policyPages,
  ...routePages,
  ...listenerPages,
  ...unreadListenerSetPages,
  ...refusedListenerPages,
  ...rulePages,
  ...objectPages,
  ...dataPages,
  ...schemaPages,
  ...crdPages,
  ...ngfPages,
  ...envoyGatewayPages,
  ...kgatewayPages,
  ...agentgatewayPages,
  ...workloadPages,
  ...pemPages,
  ...keyPages,
  ...filePages,
  ...lintPages,
  ...manifestPages,
  ...contentPages,
  ...guidePages,
};
