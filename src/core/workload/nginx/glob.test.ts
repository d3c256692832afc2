import { describe, expect, it } from 'vitest';
import { isGlob, matchGlob } from './glob.ts';

const paths = [
  '/etc/nginx/conf.d/b.conf',
  '/etc/nginx/conf.d/a.conf',
  '/etc/nginx/conf.d/.hidden.conf',
  '/etc/nginx/conf.d/sub/c.conf',
  '/etc/nginx/conf.d/a.conf.bak',
];

describe('matchGlob', () => {
  it.each([
    ['/etc/nginx/conf.d/*.conf', ['/etc/nginx/conf.d/a.conf', '/etc/nginx/conf.d/b.conf']],
    ['/etc/nginx/*/?.conf', ['/etc/nginx/conf.d/a.conf', '/etc/nginx/conf.d/b.conf']],
    ['/etc/nginx/conf.d/[!a].conf', ['/etc/nginx/conf.d/b.conf']],
    [
      '/etc/nginx/conf.d/[a-z]*',
      ['/etc/nginx/conf.d/a.conf', '/etc/nginx/conf.d/a.conf.bak', '/etc/nginx/conf.d/b.conf'],
    ],
    ['/etc/nginx/conf.d/*/*.conf', ['/etc/nginx/conf.d/sub/c.conf']],
    ['/etc/nginx/conf.d/[', []],
  ])('%s', (pattern, expected) => {
    expect(matchGlob(pattern, paths)).toEqual(expected);
  });

  it('takes a name with a dot for a plain path', () => {
    expect(isGlob('/etc/nginx/mime.types')).toBe(false);
    expect(isGlob('conf.d/*.conf')).toBe(true);
  });
});
