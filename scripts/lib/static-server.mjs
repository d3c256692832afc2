import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { securityHeaders } from './security-policy.mjs';
import { compressible, locate, readStaticFile } from './static-file.mjs';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Compressing less than a packet costs more than it saves. */
const smallestToCompress = 1024;

/**
 * @param {string} accepted the request's `Accept-Encoding`
 * @returns {'br' | 'gzip' | null}
 */
function chooseEncoding(accepted) {
  const offers = accepted.split(',').map((offer) => offer.replaceAll(' ', '').toLowerCase());
  const accepts = (/** @type {string} */ name) =>
    offers.some((offer) => offer.split(';')[0] === name && !/;q=0(\.0*)?$/.test(offer));
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : null;
}

/** @param {Buffer} bytes @param {'br' | 'gzip'} encoding */
function compress(bytes, encoding) {
  // Quality 5 is within a few percent of the best and ten times as fast.
  if (encoding === 'br') return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return gzipped(bytes, { level: 9 });
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {Record<string, string>} headers
 * @param {Buffer | string} body
 */
function send(response, status, headers, body) {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...securityHeaders,
    ...headers,
    'Content-Length': String(bytes.length),
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 * @param {Record<string, string>} [headers]
 */
function sendText(response, status, text, headers = {}) {
  send(response, status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, `${text}\n`);
}

/** Remembers compressed bodies: the same bytes are asked for again and again by tests. */
function createCompressor() {
  /** @type {Map<string, Promise<Buffer>>} */
  const known = new Map();
  return (
    /** @type {import('./static-file.mjs').StaticFile} */ file,
    /** @type {'br' | 'gzip'} */ encoding,
  ) => {
    const id = `${encoding} ${file.etag}`;
    const compressed = known.get(id) ?? compress(file.bytes, encoding);
    known.set(id, compressed);
    return compressed;
  };
}

/**
 * A server for the built app: files of one folder, `GET` and `HEAD` only, and the security headers on
 * every response, refusals and unreadable requests included.
 *
 * @param {string} root absolute folder
 * @returns {import('node:http').Server} not listening yet
 */
export function createStaticServer(root) {
  const compressed = createCompressor();

  /** @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} */
  async function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendText(response, 405, 'Method not allowed', { Allow: 'GET, HEAD' });
    }
    const path = locate(root, (request.url ?? '/').split(/[?#]/)[0] ?? '/');
    if (path === null) return sendText(response, 404, 'Not found');
    const file = readStaticFile(path);
    const headers = {
      'Content-Type': file.mediaType,
      'Cache-Control': file.cacheControl,
      ETag: file.etag,
      Vary: 'Accept-Encoding',
    };
    if (request.headers['if-none-match'] === file.etag) {
      response.writeHead(304, { ...securityHeaders, ...headers }).end();
      return;
    }
    const encoding = chooseEncoding(String(request.headers['accept-encoding'] ?? ''));
    const worthwhile = file.bytes.length >= smallestToCompress && compressible(file.mediaType);
    if (encoding === null || !worthwhile) return send(response, 200, headers, file.bytes);
    const body = await compressed(file, encoding);
    send(response, 200, { ...headers, 'Content-Encoding': encoding }, body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((/** @type {unknown} */ error) => {
      console.error(error);
      if (!response.headersSent) sendText(response, 500, 'The server could not read this file');
    });
  });
  server.on('clientError', (_error, socket) => {
    const headers = Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
    if (socket.writable) {
      socket.end(`HTTP/1.1 400 Bad Request\r\nConnection: close\r\n${headers.join('')}\r\n`);
    }
  });
  return server;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port 0 for any free one
 * @returns {Promise<string>} the address, on the loopback interface only
 */
export function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('No TCP address');
      resolve(`http://127.0.0.1:${address.port}/`);
    });
  });
}
