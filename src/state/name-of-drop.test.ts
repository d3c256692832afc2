import { describe, expect, it } from 'vitest';
import { nameOfDrop } from './name-of-drop.ts';

describe('nameOfDrop', () => {
  it.each([
    [['ngf-backend-mtls.md'], 'ngf-backend-mtls'],
    [['setup/gateway.yaml', 'setup/certs/ca.pem'], 'setup'],
    [['setup/gateway.yaml', 'other/ca.pem'], 'gateway'],
    [['.env'], '.env'],
    [['Makefile'], 'Makefile'],
    [[], 'Untitled'],
    [['/'], 'Untitled'],
  ])('of %j is %s', (paths, name) => {
    expect(nameOfDrop(paths.map((path) => ({ path })))).toBe(name);
  });
});
