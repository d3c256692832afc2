import type { Wording } from '../model/index.ts';
import { ngfWording, type NgfFindingCode } from './nginx-gateway-fabric/findings.ts';

/** Codes of this area; the texts stand beside them and are collected in `analysis`. */
export type ImplementationFindingCode = NgfFindingCode;

export const implementationWording: Record<ImplementationFindingCode, Wording> = { ...ngfWording };
