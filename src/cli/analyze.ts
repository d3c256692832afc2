import { webcrypto } from 'node:crypto';
import { analyzeFiles } from './analyze/analyze-files.ts';
import { collectFiles } from './analyze/collect-files.ts';
import { parseArguments, USAGE } from './analyze/parse-arguments.ts';

const parsed = parseArguments(process.argv.slice(2));
if (typeof parsed === 'string') {
  process.stderr.write(`${parsed}\n${USAGE}\n`);
  process.exitCode = 2;
} else {
  const { files, ...choice } = parsed;
  const clock = { now: Date.now(), crypto: webcrypto as Crypto };
  const analysis = await analyzeFiles(await collectFiles(files), choice, clock);
  process.stdout.write(`${JSON.stringify(analysis, null, 2)}\n`);
}
