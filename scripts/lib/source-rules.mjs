/**
 * What must not stand in a file, beyond what ESLint sees.
 *
 * @typedef {{ name: string, in: RegExp, notIn?: RegExp, pattern: RegExp }} Rule
 * @type {readonly Rule[]}
 */
export const sourceRules = [
  {
    name: 'unfinished work belongs in an issue, not in a comment',
    in: /\.(?:tsx?|mjs|cjs|css)$/,
    // Brackets, so that this line does not find itself.
    pattern: /\b(?:TO[D]O|FIX[M]E|XX[X])\b/,
  },
  {
    name: 'a compiler or lint rule is switched off',
    in: /^src\/.*\.tsx?$/,
    pattern: /@ts-(?:ignore|nocheck|expect-error)|eslint-disable/,
  },
  {
    name: 'a test runs alone or waits to be written',
    in: /\.(?:test|spec)\.tsx?$/,
    pattern: /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|todo)\(/,
  },
  {
    // The policy refuses most of these; WebRTC and navigation it cannot, so nothing may use them.
    name: 'a way out of the page',
    in: /^src\/.*\.tsx?$/,
    notIn: /^src\/(?:cli\/|.*\.test\.)/,
    pattern:
      /\b(?:RTCPeerConnection|WebTransport|WebSocket|EventSource|XMLHttpRequest|sendBeacon)\b|(?<![.\w])fetch\(|\blocation\.(?:assign|replace)\(|\bwindow\.open\(/,
  },
  {
    name: 'a private key (the recorded vectors are the only ones that may be here)',
    in: /./,
    notIn: /\/vectors\/|\/fixtures\/(?:nginx-openssl|envoy-boringssl|agentgateway-webpki)\.json$/,
    pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\\n|\s)+[A-Za-z0-9+/]{40}/,
  },
];

/**
 * @param {string} path from the project root, with `/`
 * @param {string} text
 * @param {readonly Rule[]} [rules]
 * @returns {string[]} one line for each rule that is broken: `path:line: reason`, and how often
 */
export function checkSource(path, text, rules = sourceRules) {
  return rules
    .filter((rule) => rule.in.test(path) && rule.notIn?.test(path) !== true)
    .flatMap(({ name, pattern }) => {
      const [first, ...more] = [...text.matchAll(new RegExp(pattern, 'g'))];
      if (first === undefined) return [];
      const line = text.slice(0, first.index).split('\n').length;
      const others = more.length > 0 ? ` (and ${more.length} more)` : '';
      return [`${path}:${line}: ${name}: ${first[0].slice(0, 40).split('\n')[0]}${others}`];
    });
}
