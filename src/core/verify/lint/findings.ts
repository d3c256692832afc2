import type { Wording } from '../../model/index.ts';
import type { LintCode } from './lint-certificate.ts';
import { encodingTexts } from './wording/encoding.ts';
import { nameTexts } from './wording/names.ts';
import { usageTexts } from './wording/usages.ts';

/** Texts of this area; params are the finding's, and `where`: the certificate and what holds it. */
export const lintCatalogue: Readonly<Record<LintCode, Wording>> = {
  ...nameTexts,
  ...usageTexts,
  ...encodingTexts,
};
