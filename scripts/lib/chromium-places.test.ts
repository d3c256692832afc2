import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chromiumArgs } from './chromium-args.mjs';
import { chromiumPlaces, playwrightCache } from './chromium-places.mjs';

describe('places of a Chromium', () => {
  it('begin with the one that the user chose', () => {
    const env = { CHROMIUM_PATH: '/opt/mine/chrome', PATH: '/usr/bin' };
    expect(chromiumPlaces({ platform: 'linux', env, home: '/home/a' })[0]).toBe('/opt/mine/chrome');
  });

  it.each([
    ['linux', '/home/a', { PATH: '/nix/bin:relative' }, '/nix/bin/chromium'],
    ['linux', '/home/a', {}, '/usr/bin/google-chrome-stable'],
    ['darwin', '/Users/a', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', '/Users/a', {}, '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium'],
    [
      'win32',
      'C:\\Users\\a',
      { ProgramFiles: 'C:\\Program Files' },
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    [
      'win32',
      'C:\\Users\\a',
      { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  ] as const)('on %s with home %s and %o include %s', (platform, home, env, place) => {
    expect(chromiumPlaces({ platform, home, env })).toContain(place);
  });

  it('never include a folder of PATH that depends on where one stands', () => {
    const places = chromiumPlaces({ platform: 'linux', env: { PATH: 'relative:.' }, home: '/h' });
    expect(places.filter((place) => !place.startsWith('/'))).toEqual([]);
  });

  it('put the newest of Playwright before the older ones', () => {
    const cache = mkdtempSync(join(tmpdir(), 'browsers-'));
    for (const name of [
      'chromium-998',
      'chromium-1200',
      'chromium_headless_shell-1300',
      'ffmpeg-1',
    ]) {
      mkdirSync(join(cache, name));
    }
    const env = { PLAYWRIGHT_BROWSERS_PATH: cache };
    const places = chromiumPlaces({ platform: 'linux', env, home: '/h' });
    rmSync(cache, { recursive: true });
    expect(places[0]).toBe(`${cache}/chromium-1200/chrome-linux/chrome`);
    expect(places.filter((place) => place.includes('1300') || place.includes('ffmpeg'))).toEqual(
      [],
    );
  });

  it.each([
    ['linux', '/h', {}, '/h/.cache/ms-playwright'],
    ['linux', '/h', { XDG_CACHE_HOME: '/c' }, '/c/ms-playwright'],
    ['darwin', '/h', {}, '/h/Library/Caches/ms-playwright'],
    ['win32', 'C:\\h', { LOCALAPPDATA: 'C:\\l' }, 'C:\\l\\ms-playwright'],
  ] as const)('on %s know where Playwright installs', (platform, home, env, folder) => {
    expect(playwrightCache({ platform, home, env })).toBe(folder);
  });
});

describe('switches of Chromium', () => {
  it('give up the sandbox for root only', () => {
    expect(chromiumArgs(true)).toContain('--no-sandbox');
    expect(chromiumArgs(false)).not.toContain('--no-sandbox');
  });
});
