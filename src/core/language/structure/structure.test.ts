import { describe, expect, it } from 'vitest';
import { folding } from './folding.ts';
import { symbols, type OutlineSymbol } from './symbols.ts';

const TEXT = `# what this is
# and why
apiVersion: v1
kind: ConfigMap
metadata:
  name: ca
  namespace: shop
data:
  ca.crt: |
    -----BEGIN CERTIFICATE-----
    AAAA
    -----END CERTIFICATE-----
    -----BEGIN CERTIFICATE-----
    BBBB
    -----END CERTIFICATE-----
---
kind: Gateway
metadata: { name: g }
spec:
  listeners:
    - name: web
      port: 80
    - name: secure
      port: 443
`;

function outline(list: readonly OutlineSymbol[], depth = 0): readonly string[] {
  return list.flatMap(({ kind, name, detail, children }) => [
    `${'  '.repeat(depth)}${kind} ${name}${detail === '' ? '' : ` (${detail})`}`,
    ...outline(children, depth + 1),
  ]);
}

describe('symbols', () => {
  it('outlines objects and their fields', () => {
    expect(outline(symbols(TEXT))).toEqual([
      'object ConfigMap ca (shop)',
      '  value apiVersion (v1)',
      '  value kind (ConfigMap)',
      '  map metadata',
      '    value name (ca)',
      '    value namespace (shop)',
      '  map data',
      '    value ca.crt',
      'object Gateway g',
      '  value kind (Gateway)',
      '  map metadata',
      '    value name (g)',
      '  map spec',
      '    list listeners',
      '      item web',
      '        value name (web)',
      '        value port (80)',
      '      item secure',
      '        value name (secure)',
      '        value port (443)',
    ]);
  });

  it('keeps every selection inside its range', () => {
    const check = (one: OutlineSymbol): void => {
      expect(one.range.start).toBeLessThanOrEqual(one.selection.start);
      expect(one.range.end).toBeGreaterThanOrEqual(one.selection.end);
      one.children.forEach(check);
    };
    symbols(TEXT).forEach(check);
  });

  it('outlines what can be read of a broken document', () => {
    expect(outline(symbols('kind: A\nmetadata:\n  name: b\nspec: {'))[0]).toBe('object A b');
    expect(symbols('just words')).toEqual([]);
    expect(symbols('')).toEqual([]);
  });
});

describe('folding', () => {
  it('folds documents, fields, PEM blocks and comments, from line to line', () => {
    const line = (offset: number): number => TEXT.slice(0, offset).split('\n').length;
    const lines = folding(TEXT).map(
      ({ range, kind }) => `${kind} ${String(line(range.start))}-${String(line(range.end))}`,
    );
    expect(lines).toEqual([
      'document 3-15',
      'field 5-7',
      'field 8-15',
      'field 9-15',
      'document 17-24',
      'field 19-24',
      'field 20-24',
      'field 21-22',
      'field 23-24',
      'pem 10-12',
      'pem 13-15',
      'comment 1-2',
    ]);
  });
});
