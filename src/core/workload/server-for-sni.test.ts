import { describe, expect, it } from 'vitest';
import { serverForSni } from './server-for-sni.ts';
import type { BackendServer } from './types.ts';

function server(id: number, names: readonly string[], isDefault = false): BackendServer {
  return { names, isDefault, verifyClient: 'off', verifyDepth: id, fields: {} };
}

const servers = [
  server(1, ['~^(www|api)\\d*\\.shop\\.example$']),
  server(2, ['_'], true),
  server(3, ['app.example.com', 'app2.example.com']),
  server(4, ['*.example.com']),
  server(5, ['*.deep.example.com']),
  server(6, ['mail.*']),
  server(7, ['.dot.example.org']),
];

describe('serverForSni', () => {
  it.each([
    [undefined, 2],
    ['', 2],
    ['unknown.test', 2],
    ['app.example.com', 3],
    ['APP2.EXAMPLE.COM', 3],
    ['other.example.com', 4],
    ['example.com', 2],
    ['x.deep.example.com', 5],
    ['mail.anything.test', 6],
    ['dot.example.org', 7],
    ['a.b.dot.example.org', 7],
    ['api7.shop.example', 1],
  ])('takes for SNI %s the server block nginx takes', (sni, expected) => {
    expect(serverForSni(servers, sni)?.verifyDepth).toBe(expected);
  });

  it('falls back to the first server when none is marked', () => {
    expect(serverForSni([server(8, ['a']), server(9, ['b'])], 'c')?.verifyDepth).toBe(8);
    const none: readonly BackendServer[] = [];
    expect(serverForSni(none, 'c')).toBeUndefined();
  });
});
