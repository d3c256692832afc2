import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from './security-policy.mjs';
import { createStaticServer, listen } from './static-server.mjs';

const script = `export const text = '${'chain '.repeat(400)}';\n`;
const parent = mkdtempSync(join(tmpdir(), 'static-server-'));
const root = join(parent, 'dist');
const server = createStaticServer(root);
let port = 0;

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(root, '.vite'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>app</title>');
  writeFileSync(join(root, 'assets/worker-1a2b.js'), script);
  writeFileSync(join(root, 'assets/inter.woff2'), Buffer.alloc(2048));
  writeFileSync(join(root, '.vite/manifest.json'), '{}');
  writeFileSync(join(root, '_headers'), '/*');
  writeFileSync(join(parent, 'secret.txt'), 'outside');
  symlinkSync(join(parent, 'secret.txt'), join(root, 'link.txt'));
  port = Number(new URL(await listen(server, 0)).port);
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(parent, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** `fetch` would tidy the path before it is sent. */
function ask(path: string, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status, headers } = response;
        resolve({ status, headers, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Sends bytes that no HTTP client would send. */
function askRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('static server', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html?query', 200, 'text/html; charset=utf-8', 'no-cache'],
    [
      '/assets/worker-1a2b.js',
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
    ['/assets/inter.woff2', 200, 'font/woff2', 'public, max-age=31536000, immutable'],
    ['/assets/', 404, 'text/plain; charset=utf-8', undefined],
    ['/assets', 404, 'text/plain; charset=utf-8', undefined],
    ['/nowhere', 404, 'text/plain; charset=utf-8', undefined],
  ])('answers %s with %i %s', async (path, status, mediaType, cacheControl) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe(mediaType);
    expect(answer.headers['cache-control']).toBe(cacheControl);
  });

  it.each([
    ['/', {}],
    ['/assets/worker-1a2b.js', {}],
    ['/nowhere', {}],
    ['/%', {}],
    ['/', { method: 'POST' }],
    ['/', { method: 'HEAD' }],
  ])('sends every security header with %s %o', async (path, options) => {
    const { headers } = await ask(path, options);
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(headers[name.toLowerCase()]).toBe(value);
    }
  });

  it('sends the policy even when the request cannot be read', async () => {
    const answer = await askRaw('nonsense\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain(`Content-Security-Policy: ${contentSecurityPolicy}\r\n`);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '//etc/passwd',
    '/link.txt',
    '/index.html%00.js',
    '/.vite/manifest.json',
    '/_headers',
    '/%E0%A4%A',
  ])('gives nothing away for %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toBe('Not found\n');
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
    ['', undefined],
  ])('chooses for Accept-Encoding "%s" the encoding %s', async (accepted, encoding) => {
    const answer = await ask('/assets/worker-1a2b.js', {
      headers: { 'Accept-Encoding': accepted },
    });
    const decode = {
      br: brotliDecompressSync,
      gzip: gunzipSync,
      undefined: (bytes: Buffer) => bytes,
    };
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    const name = (encoding ?? 'undefined') as keyof typeof decode;
    expect(decode[name](answer.body).toString()).toBe(script);
  });

  it('leaves compressed formats as they are', async () => {
    const answer = await ask('/assets/inter.woff2', { headers: { 'Accept-Encoding': 'br' } });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body).toHaveLength(2048);
  });

  it('answers 304 when the browser has the file already', async () => {
    const first = await ask('/');
    const again = await ask('/', { headers: { 'If-None-Match': first.headers.etag } });
    expect(again.status).toBe(304);
    expect(again.headers['content-security-policy']).toBe(contentSecurityPolicy);
    expect(again.body).toHaveLength(0);
  });

  it('sends the length without the body for HEAD', async () => {
    const answer = await ask('/assets/worker-1a2b.js', { method: 'HEAD' });
    expect(answer.headers['content-length']).toBe(String(script.length));
    expect(answer.body).toHaveLength(0);
  });
});
