import { describe, expect, it } from 'vitest';
import { parseLabels, printLabels } from './labels.ts';
import { parsePort } from './parse-port.ts';

describe('parseLabels', () => {
  it.each([
    ['app=payments', { app: 'payments' }],
    ['app.kubernetes.io/name=pay, tier=web', { 'app.kubernetes.io/name': 'pay', tier: 'web' }],
    ['app=', { app: '' }],
  ])('reads %s', (text, expected) => {
    expect(parseLabels(text)).toEqual(expected);
    expect(parseLabels(printLabels(expected))).toEqual(expected);
  });

  it.each(['', 'a=b=c', '=x', 'app=a b'])('does not read "%s"', (text) => {
    expect(parseLabels(text)).toBeNull();
  });
});

describe('parsePort', () => {
  it.each([
    ['8443', 8443],
    ['0', null],
    ['65536', null],
    ['', null],
    ['x', null],
  ])('reads "%s" as %s', (text, expected) => {
    expect(parsePort(text)).toBe(expected);
  });
});
