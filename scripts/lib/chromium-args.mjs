/**
 * Switches for a headless Chromium that stays quiet: no request of its own that a test could
 * mistake for one of the page's. The sandbox is given up only where Chromium refuses to start with it.
 *
 * @param {boolean} [root] whether the process runs as root (Chromium has no sandbox for root)
 * @returns {string[]}
 */
export function chromiumArgs(root = process.getuid?.() === 0) {
  return [
    ...(root ? ['--no-sandbox'] : []),
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}
