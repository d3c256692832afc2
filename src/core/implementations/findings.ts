import type { Wording } from '../model/index.ts';
import { agentgatewayWording, type AgentgatewayFindingCode } from './agentgateway/findings.ts';
import { envoyGatewayWording, type EnvoyGatewayFindingCode } from './envoy-gateway/findings.ts';
import { kgatewayWording, type KgatewayFindingCode } from './kgateway/findings.ts';
import { listenerSetWording, type ListenerSetFindingCode } from './listener-sets/findings.ts';
import { refusedListenerWording, type RefusedListenerFindingCode } from './listeners/findings.ts';
import { ruleWording, type RuleFindingCode } from './rules/findings.ts';
import { ngfWording, type NgfFindingCode } from './nginx-gateway-fabric/findings.ts';

/** Codes of this area; the texts stand beside them and are collected in `analysis`. */
export type ImplementationFindingCode =
  | NgfFindingCode
  | EnvoyGatewayFindingCode
  | KgatewayFindingCode
  | AgentgatewayFindingCode
  | ListenerSetFindingCode
  | RefusedListenerFindingCode
  | RuleFindingCode;

export const implementationWording: Record<ImplementationFindingCode, Wording> = {
  ...ngfWording,
  ...envoyGatewayWording,
  ...kgatewayWording,
  ...agentgatewayWording,
  ...listenerSetWording,
  ...refusedListenerWording,
  ...ruleWording,
};
