import { expect, it } from 'vitest';
import { shortenLine } from './shorten-line.ts';

it.each([
  ['  name: payments', '  name: payments'],
  [`  tls.key: ${'LS0tLS1CRUdJTiBQ'.repeat(8)}`, '  tls.key: LS0tLS1CRUdJ…'],
  [`# ${'x'.repeat(200)}`, `# ${'x'.repeat(108)}…`],
])('%s', (line, shown) => {
  expect(shortenLine(line)).toBe(shown);
});
