import type { Wording } from '../model/index.ts';
import { fileWording, type FileFindingCode } from './wording/file.ts';
import { keyWording, type KeyFindingCode } from './wording/key.ts';
import { pemWording, type PemFindingCode } from './wording/pem.ts';

/** Codes of this area; the texts stand beside them and are collected in `analysis`. */
export type PkiFindingCode = PemFindingCode | KeyFindingCode | FileFindingCode;

/**
 * Texts of this area. Whoever raises a finding adds `where` to its params: the object and field, or the
 * file, that the material came from (`Secret shop/catalog-tls, tls.crt`).
 */
export const pkiWording: Record<PkiFindingCode, Wording> = {
  ...pemWording,
  ...keyWording,
  ...fileWording,
};
