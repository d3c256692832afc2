import { admissionForm } from './replay/admission-form.ts';
import { conformanceForm } from './replay/conformance-form.ts';
import { corpusForm } from './replay/corpus-form.ts';
import { envoyForm } from './replay/envoy-form.ts';
import { nginxForm } from './replay/nginx-form.ts';
import { pendingForms } from './replay/pending-forms.ts';
import { readFiles } from './replay/read-files.ts';
import { agentgatewayForm } from './replay/translator/agentgateway/agentgateway-form.ts';
import { envoyGatewayForm } from './replay/translator/envoy-gateway/envoy-gateway-form.ts';
import { kgatewayForm } from './replay/translator/kgateway/kgateway-form.ts';
import type { Disagreement, Note, ReplayCase, ReplayFile } from './replay/types.ts';
import { webpkiForm } from './replay/webpki-form.ts';

const USAGE = 'usage: npm run --silent replay -- [--category NAME,NAME] [--release 1.8] PATH…';
const forms = [
  nginxForm,
  envoyForm,
  webpkiForm,
  corpusForm,
  admissionForm,
  envoyGatewayForm,
  kgatewayForm,
  agentgatewayForm,
  conformanceForm,
  ...pendingForms,
];

interface Arguments {
  readonly paths: readonly string[];
  /** Empty means all. */
  readonly categories: readonly string[];
  /** Of the implementation that was recorded; undefined for the one that a form is of. */
  readonly release: string | undefined;
}

function readArguments(words: readonly string[]): Arguments | null {
  const paths: string[] = [];
  const categories: string[] = [];
  let release: string | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const value = word.startsWith('--category=') ? word.slice('--category='.length) : undefined;
    if (value !== undefined) categories.push(...value.split(','));
    else if (word === '--category') categories.push(...(words[(index += 1)] ?? '').split(','));
    else if (word === '--release') release = words[(index += 1)];
    else if (word.startsWith('--')) return null;
    else paths.push(word);
  }
  return paths.length === 0 ? null : { paths, categories, release };
}

/** Goes beside the answers: what stands in a recording and is outside of what this build predicts. */
const note: Note = (text) => console.error(`not compared: ${text}`);

/** A file of no known form is a case that cannot be played, so it fails; so does one that cannot be read. */
function casesOf(
  file: ReplayFile,
  all: readonly ReplayFile[],
  release: string | undefined,
): readonly ReplayCase[] {
  const unknown = (got: string): readonly ReplayCase[] => {
    const answer = { id: file.path, expected: 'a recorded case of a known form', got };
    return [{ id: file.path, category: '', run: () => Promise.resolve(answer) }];
  };
  try {
    for (const form of forms) {
      const cases = form(file, all, note, release);
      if (cases !== null) return cases;
    }
  } catch (error) {
    return unknown(`it cannot be read: ${reasonOf(error)}`);
  }
  return unknown('its content has none of the known forms');
}

/** One case that cannot be played does not end the others. */
async function play(one: ReplayCase): Promise<Disagreement | null> {
  try {
    return await one.run(note);
  } catch (error) {
    const got = `it cannot be played: ${reasonOf(error)}`;
    return { id: one.id, expected: 'the recorded answer', got };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function tryToRead(paths: readonly string[]): readonly ReplayFile[] | null {
  try {
    return readFiles(paths);
  } catch (error) {
    console.error(reasonOf(error));
    return null;
  }
}

async function main(words: readonly string[]): Promise<number> {
  const options = readArguments(words);
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const files = tryToRead(options.paths);
  if (files === null) return 2;
  let passed = 0;
  let failed = 0;
  for (const one of files.flatMap((file) => casesOf(file, files, options.release))) {
    if (options.categories.length > 0 && !options.categories.includes(one.category)) continue;
    const disagreement = await play(one);
    if (disagreement === null) passed += 1;
    else failed += 1;
    if (disagreement !== null) console.log(JSON.stringify(disagreement));
  }
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
