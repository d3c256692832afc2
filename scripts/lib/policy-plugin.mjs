import { hostingFiles } from './hosting.mjs';
import { metaContentSecurityPolicy } from './security-policy.mjs';

/**
 * Vite plugin: the policy as a meta tag (second line behind the header, and first thing in the head
 * so that it governs all that follows) and as files for static hosts. Builds only: the development
 * server needs inline scripts and a socket.
 *
 * @returns {import('vite').Plugin}
 */
export function securityPolicy() {
  return {
    name: 'security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: metaContentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
    generateBundle() {
      for (const [fileName, source] of Object.entries(hostingFiles)) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}
