/**
 * The one source of what the page may do. The start server, the meta tag and the files for static
 * hosts are all made from it, so they cannot disagree.
 *
 * A policy in a meta tag alone does not reach workers (a worker takes its policy from the response
 * it was loaded with), so the header has to be on every response, scripts and errors included.
 */

/** Directive to sources, in the order they are written. @type {ReadonlyArray<readonly [string, string]>} */
const directives = [
  ['default-src', "'none'"],
  ['connect-src', "'none'"],
  ['script-src', "'self'"],
  ['worker-src', "'self'"],
  // Monaco, xyflow and Radix position things with style attributes.
  ['style-src', "'self' 'unsafe-inline'"],
  ['img-src', "'self' data:"],
  ['font-src', "'self'"],
  ['form-action', "'none'"],
  ['base-uri', "'none'"],
  ['frame-ancestors', "'none'"],
];

/** Browsers ignore these in a meta tag and complain on the console. */
const headerOnly = new Set(['frame-ancestors']);

/** @param {ReadonlyArray<readonly [string, string]>} list */
const write = (list) => list.map(([name, sources]) => `${name} ${sources}`).join('; ');

/** Value of the `Content-Security-Policy` header. */
export const contentSecurityPolicy = write(directives);

/** The same policy for `<meta http-equiv>`, less what only a header can say. */
export const metaContentSecurityPolicy = write(
  directives.filter(([name]) => !headerOnly.has(name)),
);

/** Every response carries these. @type {Readonly<Record<string, string>>} */
export const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
};

/** Cache rules: file names under `assets/` contain a hash of the content, nothing else does. */
export const cacheControl = {
  hashed: 'public, max-age=31536000, immutable',
  other: 'no-cache',
};
