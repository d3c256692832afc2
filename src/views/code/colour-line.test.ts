import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourLine } from './colour-line.ts';

/** `role:text` of every piece but white space. */
const told = (text: string, language: 'nginx' | 'yaml'): readonly string[] =>
  colourLine(text, language)
    .filter((piece) => piece.text.trim() !== '')
    .map((piece) => `${piece.role}:${piece.text.trim()}`);

describe('colourLine', () => {
  it.each([
    ['upstream shop_catalog_8443 {', ['name:upstream', 'value:shop_catalog_8443', 'punctuation:{']],
    ['    listen 80;', ['name:listen', 'number:80', 'punctuation:;']],
    [
      '  proxy_set_header Host "$gw_api_compliant_host";',
      ['name:proxy_set_header', 'value:Host', 'value:"$gw_api_compliant_host"', 'punctuation:;'],
    ],
    ['}', ['punctuation:}']],
    ['    server_name "open;', ['name:server_name', 'value:"open;']],
  ])('of nginx: %s', (text, pieces) => {
    expect(told(text, 'nginx')).toEqual(pieces);
  });

  it.each([
    ['name: cluster', ['name:name', 'punctuation::', 'value:cluster']],
    ['- name: a', ['punctuation:-', 'name:name', 'punctuation::', 'value:a']],
    ["  '@type': type.example/A:b", ["name:'@type'", 'punctuation::', 'value:type.example/A:b']],
    ['  maxRetries: 3', ['name:maxRetries', 'punctuation::', 'number:3']],
    ['  tlsParams: {}', ['name:tlsParams', 'punctuation::', 'punctuation:{}']],
    ['    - h2', ['punctuation:-', 'value:h2']],
    ['    MIIB+/=', ['value:MIIB+/=']],
    ['inline: |', ['name:inline', 'punctuation::', 'punctuation:|']],
  ])('of YAML: %s', (text, pieces) => {
    expect(told(text, 'yaml')).toEqual(pieces);
  });

  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const language of ['nginx', 'yaml', 'json'] as const) {
          const pieces = colourLine(text, language);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        }
      }),
    );
  });
});
