import type { Wording } from '../model/index.ts';
import { contentWording, type ContentCode } from './wording/content.ts';
import { guideWording, type GuideCode } from './wording/guide.ts';

/** Codes of this area; the texts stand beside them and are collected in `analysis`. */
export type WorkspaceFindingCode = ContentCode | GuideCode;

export const workspaceWording: Record<WorkspaceFindingCode, Wording> = {
  ...contentWording,
  ...guideWording,
};
