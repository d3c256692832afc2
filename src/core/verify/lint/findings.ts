import type { Wording } from '../../model/index.ts';
import type { LintCode } from './lint-certificate.ts';
import { encodingTexts } from './wording/encoding.ts';
import { lintWording as worded, type LintText } from './wording/lint-text.ts';
import { nameTexts } from './wording/names.ts';
import { usageTexts } from './wording/usages.ts';

const texts: Readonly<Record<LintCode, LintText>> = {
  ...nameTexts,
  ...usageTexts,
  ...encodingTexts,
};

/** The catalogue entry of a lint finding; params are the finding's, and `where`: what holds the certificate. */
export function lintWording(code: LintCode): Wording {
  return worded(texts[code]);
}
