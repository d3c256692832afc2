import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkSource } from './source-rules.mjs';

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

// Written in pieces, so that this file itself stays clean.
const later = ['TO', 'DO'].join('');
const only = ['it.on', 'ly('].join('');
const off = ['@ts-', 'ignore'].join('');

describe('source rules', () => {
  it.each([
    ['src/core/a.ts', `\n// ${later}: later`, 'src/core/a.ts:2: unfinished work'],
    ['src/core/a.ts', `// ${off}`, 'src/core/a.ts:1: a compiler or lint rule'],
    ['src/core/a.test.ts', `${only}'x')`, 'src/core/a.test.ts:1: a test runs alone'],
    ['src/app/a.ts', 'new RTCPeerConnection()', 'src/app/a.ts:1: a way out'],
    ['src/app/a.ts', 'await fetch(url)', 'src/app/a.ts:1: a way out'],
    ['examples/a.yaml', key, 'examples/a.yaml:1: a private key'],
    ['src/a.ts', JSON.stringify(key), 'src/a.ts:1: a private key'],
  ])('refuse in %s: %j', (path, text, expected) => {
    const problems = checkSource(path, text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  it.each([
    ['src/core/vectors/nginx.json', JSON.stringify(key)],
    ['src/core/pki/labels.ts', "'-----BEGIN PRIVATE KEY-----'"],
    ['src/cli/a.ts', 'await fetch(url)'],
    ['src/app/a.ts', 'cache.fetch(id)'],
    ['README.md', `${later} list`],
    ['src/core/a.ts', 'const HackneyCarriage = 1;'],
  ])('allow in %s: %j', (path, text) => {
    expect(checkSource(path, text)).toEqual([]);
  });
});
