import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostingFiles } from './hosting.mjs';
import {
  contentSecurityPolicy,
  metaContentSecurityPolicy,
  securityHeaders,
} from './security-policy.mjs';

const file = (name: string): string => hostingFiles[name] ?? '';

type Headers = Record<string, string>;

/** Every `name value` that the pattern finds; its two groups are the name and the value. */
function collect(text: string, pattern: RegExp): Headers {
  return Object.fromEntries(
    [...text.matchAll(pattern)].map(([, name, value]) => [name ?? '', value ?? '']),
  );
}

function fromJson(text: string, source: string): Headers {
  const settings = JSON.parse(text) as {
    headers: { source: string; headers: { key: string; value: string }[] }[];
  };
  const rule = settings.headers.find((entry) => entry.source === source);
  return Object.fromEntries((rule?.headers ?? []).map(({ key, value }) => [key, value]));
}

const sections = file('.hosting/nginx.conf').split('location ');
const written: [string, Headers][] = [
  ['_headers', collect(file('_headers').split('/assets/*')[0] ?? '', /^ {2}([\w-]+): (.+)$/gm)],
  ['.htaccess', collect(file('.htaccess'), /^Header always set ([\w-]+) "(.+)"$/gm)],
  ['nginx', collect(sections[0] ?? '', /^add_header ((?!Cache)[\w-]+) "(.+)" always;$/gm)],
  [
    'nginx, assets',
    collect(sections[1] ?? '', /^ {2}add_header ((?!Cache)[\w-]+) "(.+)" always;$/gm),
  ],
  ['Caddy', collect(file('.hosting/Caddyfile'), /^ {2}((?!Cache)[\w-]+) "(.+)"$/gm)],
  ['vercel.json', fromJson(file('vercel.json'), '/(.*)')],
  ['serve.json', fromJson(file('serve.json'), '**')],
];

describe('files for static hosts', () => {
  it.each(written)('say in %s what the start server says', (_name, headers) => {
    expect(headers).toEqual(securityHeaders);
  });

  it('let nothing out of the page', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; connect-src 'none'; script-src 'self'; worker-src 'self'; " +
        "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  it('keep in the meta tag all that a meta tag can say', () => {
    expect(`${metaContentSecurityPolicy}; frame-ancestors 'none'`).toBe(contentSecurityPolicy);
  });
});

const hasNginx = spawnSync('nginx', ['-v']).status === 0;
if (!hasNginx) console.log('Skipped: the nginx snippet in a real nginx (nginx is not installed).');

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        resolve(address !== null && typeof address === 'object' ? address.port : 0),
      );
    });
  });
}

describe.skipIf(!hasNginx)('nginx with the snippet', () => {
  it('sends every header for pages, assets and errors', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nginx-snippet-'));
    const port = await freePort();
    mkdirSync(join(folder, 'dist/assets'), { recursive: true });
    writeFileSync(join(folder, 'dist/index.html'), 'app');
    writeFileSync(join(folder, 'dist/_headers'), 'hidden');
    writeFileSync(join(folder, 'dist/assets/a.js'), 'export {};');
    writeFileSync(join(folder, 'snippet.conf'), file('.hosting/nginx.conf'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    writeFileSync(
      join(folder, 'nginx.conf'),
      `worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
       events {}
       http {
         ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
         access_log off;
         server { listen 127.0.0.1:${String(port)}; root ${folder}/dist; include ${folder}/snippet.conf; }
       }`,
    );
    const nginx = (...args: string[]): void => {
      execFileSync('nginx', ['-e', `${folder}/error.log`, '-c', `${folder}/nginx.conf`, ...args]);
    };
    // nginx gives up root for its workers; they must be able to read the folder.
    execFileSync('chmod', ['-R', 'a+rX', folder]);
    nginx();
    try {
      for (const [path, status] of [
        ['/', 200],
        ['/assets/a.js', 200],
        ['/none', 404],
        ['/_headers', 404],
      ]) {
        const response = await fetch(`http://127.0.0.1:${String(port)}${String(path)}`);
        expect([path, response.status]).toEqual([path, status]);
        for (const [name, value] of Object.entries(securityHeaders)) {
          expect(response.headers.get(name)).toBe(value);
        }
      }
    } finally {
      nginx('-s', 'stop');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  });
});
