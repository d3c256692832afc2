import { describe, expect, it } from 'vitest';
import { matchLabelSelector } from './label-selector.ts';

const labels = new Map([['team', 'shop']]);

describe('matchLabelSelector', () => {
  it.each([
    [{}, 'yes', 'yes'],
    [{ matchLabels: { team: 'shop' } }, 'yes', 'yes'],
    [{ matchLabels: { team: 'other' } }, 'no', 'no'],
    [{ matchLabels: { tier: 'web' } }, 'no', 'unknown'],
    [{ matchExpressions: [{ key: 'team', operator: 'In', values: ['a', 'shop'] }] }, 'yes', 'yes'],
    [{ matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['shop'] }] }, 'no', 'no'],
    [{ matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['x'] }] }, 'yes', 'unknown'],
    [{ matchExpressions: [{ key: 'team', operator: 'Exists' }] }, 'yes', 'yes'],
    [{ matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, 'no', 'unknown'],
    [{ matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, 'yes', 'unknown'],
    [{ matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] }, 'no', 'no'],
    [{ matchExpressions: [{ key: 'team', operator: 'Like', values: ['s'] }] }, 'no', 'no'],
    [{ matchLabels: { team: 'x', tier: 'web' } }, 'no', 'no'],
  ])('%j: %s when all labels are known, %s when not', (selector, known, unknown) => {
    expect(matchLabelSelector(selector, { labels, complete: true })).toBe(known);
    expect(matchLabelSelector(selector, { labels, complete: false })).toBe(unknown);
  });
});
