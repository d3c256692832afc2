import type { Wording } from '../model/index.ts';

/** Codes of this area; the texts stand beside them and are collected in `analysis`. */
export type HandshakeFindingCode = never;

export const handshakeWording: Record<HandshakeFindingCode, Wording> = {};
