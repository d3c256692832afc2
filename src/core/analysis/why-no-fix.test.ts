import { describe, expect, it } from 'vitest';
import { makersByCode } from '../fixes/index.ts';
import { catalogue } from './catalogue.ts';
import { noFixReason, whyNoFix } from './why-no-fix.ts';

describe('every code', () => {
  it('has either something that makes its repairs or a reason for having none', () => {
    const codes = Object.keys(catalogue);
    const repaired = new Set(Object.keys(makersByCode));
    const twice = codes.filter((code) => repaired.has(code) === (noFixReason(code) !== null));
    expect(twice).toEqual([]);
    expect(codes.length).toBeGreaterThan(repaired.size);
  });

  it('says its reason as a sentence', () => {
    expect(whyNoFix('LINT-VERSION')).toContain('issued again');
    expect(whyNoFix('MANIFEST-CRLF')).toBeNull();
  });
});
