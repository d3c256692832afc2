import type { VerifyEvent } from '../../verify/types.ts';
import { verifyRule } from '../steps/verify-rules.ts';

/** The rule behind an error, where the catalogue's source, which is OpenSSL's, does not hold: another library judges. */
export function ruleSource(event: VerifyEvent): string | undefined {
  if (event.library === 'openssl') return undefined;
  return shortRule(verifyRule(event).source);
}

/** A rule as the catalogue writes it: `RFC 5280 §6.1`. */
export function shortRule(rule: string): string {
  return rule.replaceAll(', section ', ' §');
}
