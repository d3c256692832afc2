import { describe, expect, it } from 'vitest';
import { matchWords } from './match-words.ts';

describe('matchWords', () => {
  it.each([
    ['what if', ['What if: try a fault', 'break'], 0.9],
    ['fault what', ['What if: try a fault'], 0.9],
    ['break', ['What if: try a fault', 'break'], 1],
    ['tls', ['ConfigMap', 'app-tls-secret', 'default'], 0.8],
    ['cret', ['ConfigMap', 'app-tls-secret', 'default'], 0.4],
    ['map app', ['ConfigMap', 'app-tls-secret'], 0.7],
    ['', ['anything'], 1],
  ])('%j finds %j', (search, texts, score) => {
    expect(matchWords(search, texts)).toBeCloseTo(score);
  });

  it.each([
    ['what if', ['Workspaces on this device', 'where is the file']],
    ['tsl', ['app-tls-secret']],
    ['issue nothing', ['Issue a certificate']],
  ])('%j is not %j', (search, texts) => {
    expect(matchWords(search, texts)).toBe(0);
  });
});
