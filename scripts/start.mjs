/** `npm start [-- --port N]`: installs what is missing, builds what is stale, serves the app. */
import { parseArgs } from 'node:util';
import { build, isBuildStale } from './lib/build.mjs';
import { findChromium } from './lib/chromium.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { distFolder } from './lib/paths.mjs';
import { createStaticServer, listen } from './lib/static-server.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });

if (!(await ensurePackages())) process.exit(1);

// The app runs in any browser; only the tests need a Chromium, so nothing is installed here.
const chromium = await findChromium();
console.log(
  chromium === null
    ? 'Chromium: none starts here. The app does not need it; npm test will try to install one.'
    : `Chromium: ${chromium}`,
);

if (isBuildStale()) {
  console.log('Building the app.');
  const code = await build();
  if (code !== 0) process.exit(code);
}

const server = createStaticServer(distFolder);
const address = await listen(server, Number(values.port));
console.log(`\nBackend TLS Studio is ready: ${address}\nPress Ctrl+C to stop.`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
