import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { cacheControl } from './security-policy.mjs';

/** What the build produces; anything else is bytes. @type {Readonly<Record<string, string>>} */
const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.pem': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** @param {string} mediaType */
export const compressible = (mediaType) => /^text\/|json|svg|font\/ttf|wasm/.test(mediaType);

/** Files of the build that configure a host; a host does not hand them out, nor do we. */
const isHidden = (/** @type {string} */ part) => /^(?:\.|_headers$)/.test(part);

/**
 * Turns the path of a request into the path of a file inside `root`.
 *
 * @param {string} root absolute folder
 * @param {string} pathname still percent-encoded, without query
 * @returns {string | null} real path of an existing file; null for everything else, also for a path
 *   that leaves the folder by dots, by encoded separators or through a symbolic link
 */
export function locate(root, pathname) {
  try {
    const decoded = decodeURIComponent(pathname);
    const parts = decoded.split('/');
    if (/[\0\\]/.test(decoded) || parts.some(isHidden)) return null;
    const wanted = join(root, decoded.endsWith('/') ? `${decoded}index.html` : decoded);
    const real = realpathSync(wanted);
    if (!real.startsWith(realpathSync(root) + sep)) return null;
    return statSync(real).isFile() ? real : null;
  } catch {
    return null;
  }
}

/**
 * @typedef {object} StaticFile
 * @property {Buffer} bytes
 * @property {string} mediaType
 * @property {string} etag
 * @property {string} cacheControl
 */

/**
 * @param {string} path file found by {@link locate}
 * @returns {StaticFile}
 */
export function readStaticFile(path) {
  const bytes = readFileSync(path);
  return {
    bytes,
    mediaType: mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    cacheControl: path.split(sep).includes('assets') ? cacheControl.hashed : cacheControl.other,
  };
}
