import { describe, expect, it } from 'vitest';
import { conditionVerdict } from './condition-verdict.ts';

describe('conditionVerdict', () => {
  it.each([
    ['Accepted', 'True', 'Accepted', 'ok'],
    ['Accepted', 'False', 'NoValidCACertificate', 'error'],
    ['Accepted', 'Unknown', 'Pending', 'unknown'],
    ['Accepted', '', '', 'unknown'],
    ['Accepted', 'True', 'InvalidParameters', 'warning'],
    ['Accepted', 'True', 'ListenersNotValid', 'warning'],
    ['Accepted', 'True', 'PartiallyValid', 'warning'],
    ['Conflicted', 'False', 'NoConflicts', 'ok'],
    ['Conflicted', 'True', 'HostnameConflict', 'error'],
    ['Overridden', 'True', 'ConflictedWithBackendTLSPolicy', 'warning'],
    ['Invalid', 'False', 'Accepted', 'error'],
    ['SupportedVersion', 'False', 'UnsupportedVersion', 'warning'],
    ['Attached', 'False', 'Pending', 'error'],
  ])('%s=%s, %s is %s', (type, status, reason, verdict) => {
    expect(conditionVerdict({ type, status, reason })).toBe(verdict);
  });
});
