import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type * as analysis from '../../src/core/analysis/index.ts';
import { projectRoot } from '../lib/paths.mjs';

/**
 * The analysis as the page runs it: bundled and minified. What runs TypeScript for our scripts names every
 * function that is made, which costs the analysis up to a fifth of its time and is not part of the product.
 */
export async function shippedAnalysis(): Promise<typeof analysis> {
  const outDir = join(projectRoot, 'node_modules/.cache/bench');
  await build({
    root: projectRoot,
    configFile: false,
    // Its only warnings are about chunks, and here is one file.
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'src/core/analysis/index.ts',
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      minify: true,
      rolldownOptions: { output: { entryFileNames: 'analysis.mjs' } },
    },
  });
  return (await import(pathToFileURL(join(outDir, 'analysis.mjs')).href)) as typeof analysis;
}
