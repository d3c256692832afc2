import type { Wording } from '../model/index.ts';
import { dataWording, type DataFindingCode } from './wording/data.ts';
import { listenerWording, type ListenerFindingCode } from './wording/listeners.ts';
import { objectWording, type ObjectFindingCode } from './wording/objects.ts';
import { policyWording, type PolicyFindingCode } from './wording/policies.ts';
import { routeWording, type RouteFindingCode } from './wording/routes.ts';

/** Codes of this area; the texts stand beside them and are collected in `analysis`. */
export type GatewayApiFindingCode =
  ObjectFindingCode | DataFindingCode | ListenerFindingCode | RouteFindingCode | PolicyFindingCode;

export const gatewayApiWording: Record<GatewayApiFindingCode, Wording> = {
  ...objectWording,
  ...dataWording,
  ...listenerWording,
  ...routeWording,
  ...policyWording,
};
