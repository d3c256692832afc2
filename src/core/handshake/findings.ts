import type { Wording } from '../model/index.ts';
import { certificateWording, type CertificateFindingCode } from './wording/certificate.ts';
import { chainWording, type ChainFindingCode } from './wording/chain.ts';
import { connectionWording, type ConnectionFindingCode } from './wording/connection.ts';

/** Codes of this area; the texts stand beside them and are collected in `analysis`. */
export type HandshakeFindingCode =
  ChainFindingCode | CertificateFindingCode | ConnectionFindingCode;

/** Texts of this area. */
export const handshakeWording: Record<HandshakeFindingCode, Wording> = {
  ...chainWording,
  ...certificateWording,
  ...connectionWording,
};
