import type { Wording } from '../model/index.ts';

/** Codes of this area; the texts stand beside them and are collected in `analysis`. */
export type ManifestFindingCode = never;

export const manifestWording: Record<ManifestFindingCode, Wording> = {};
