import { expect, it } from 'vitest';
import { expectedContent } from './material-text.ts';

it.each([
  ['tls.crt', 'certificate'],
  ['ca.pem', 'certificate'],
  ['chain.pem', 'certificate'],
  ['tls.key', 'private-key'],
  ['key.pem', 'private-key'],
  ['privkey.pem', 'private-key'],
  ['private_key.pem', 'private-key'],
  ['server-key.pem', 'private-key'],
  ['server.key.pem', 'private-key'],
  ['public-key.pem', 'certificate'],
  ['monkey.pem', 'certificate'],
  ['nginx.conf', 'any'],
] as const)('the data key %s promises: %s', (key, content) => {
  expect(expectedContent(key)).toBe(content);
});
