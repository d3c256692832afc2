import type { Wording } from '../model/index.ts';
import { contentWording } from './wording/content.ts';
import { guideWording } from './wording/guide.ts';

/** About what was dropped: told as findings, or as the reason why something was set aside. */
export type ContentCode =
  | 'WORKSPACE-ARCHIVE-BROKEN'
  | 'WORKSPACE-ARCHIVE-NESTED'
  | 'WORKSPACE-ARCHIVE-OTHER'
  | 'WORKSPACE-ARCHIVE-TOO-LARGE'
  | 'WORKSPACE-EMPTY'
  | 'WORKSPACE-ENCODING-LOSSY'
  | 'WORKSPACE-ENCODING-UTF16'
  | 'WORKSPACE-NO-MANIFEST'
  | 'WORKSPACE-NOT-KUBERNETES'
  | 'WORKSPACE-NOT-UNDERSTOOD'
  | 'WORKSPACE-SIDECAR-BROKEN'
  | 'WORKSPACE-SIDECAR-PARTLY'
  | 'WORKSPACE-SKIPPED-FOLDER'
  | 'WORKSPACE-TOO-LARGE'
  | 'WORKSPACE-TOO-MANY-DOCUMENTS'
  | 'WORKSPACE-TOO-MANY-FILES'
  | 'WORKSPACE-WEB-PAGE';

/** About what stands in a guide. */
export type GuideCode =
  | 'WORKSPACE-GUIDE-CHANGES'
  | 'WORKSPACE-GUIDE-CREATES'
  | 'WORKSPACE-GUIDE-CREATES-DATA'
  | 'WORKSPACE-GUIDE-DELETES'
  | 'WORKSPACE-GUIDE-FILE'
  | 'WORKSPACE-GUIDE-MAKES-KEYS'
  | 'WORKSPACE-GUIDE-NOT-TAKEN'
  | 'WORKSPACE-GUIDE-OTHER-FILE'
  | 'WORKSPACE-GUIDE-OUTPUT'
  | 'WORKSPACE-GUIDE-URL'
  | 'WORKSPACE-HEREDOC-COMMAND'
  | 'WORKSPACE-HEREDOC-EXPANDED'
  | 'WORKSPACE-HEREDOC-OPEN'
  | 'WORKSPACE-HEREDOC-STOPS';

/** Codes of this area; the texts stand beside them and are collected in `analysis`. */
export type WorkspaceFindingCode = ContentCode | GuideCode;

export const workspaceWording: Record<WorkspaceFindingCode, Wording> = {
  ...contentWording,
  ...guideWording,
};
