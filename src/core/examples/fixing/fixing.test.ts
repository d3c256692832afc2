import { beforeAll, describe, expect, it } from 'vitest';
import { createAnalyzer, type Analysis } from '../../analysis/index.ts';
import { makersByCode } from '../../fixes/index.ts';
import type { QuickFix, Workspace } from '../../model/index.ts';
import { testCrypto } from '../../pki/issuing/chain.testing.ts';
import { applyEdits, editsByFile } from '../../source/index.ts';
import { buildExample } from '../build-example.ts';
import { brokenWorkspace } from './broken-workspace.testing.ts';
import type { FixCase } from './fix-case.testing.ts';
import { implementationCases } from './implementation-cases.testing.ts';
import { manifestCases } from './manifest-cases.testing.ts';
import { issueMaterials } from './materials.testing.ts';
import { objectCases } from './object-cases.testing.ts';
import { tlsCases } from './tls-cases.testing.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const options = { now: NOW, crypto: testCrypto };
const analyze = createAnalyzer();
const cases = [...manifestCases, ...objectCases, ...tlsCases, ...implementationCases];

/** Codes whose fix another test shows, or that nothing built in raises. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set([
  // The file is carved from a guide: core/workspace/restore-heredoc.test.ts.
  'WORKSPACE-HEREDOC-EXPANDED',
  // Raised by rules of the user's own CRDs only.
  'SCHEMA-FORBIDDEN',
]);

let examples: ReadonlyMap<string, Workspace> = new Map();
let materials: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  const ids = ['ngf-mutual-tls', 'envoy-gateway-mutual-tls', 'kgateway-one-way'] as const;
  examples = new Map(
    await Promise.all(ids.map(async (id) => [id, await buildExample(id, options)] as const)),
  );
  materials = await issueMaterials(NOW);
});

function applied(workspace: Workspace, { edits }: QuickFix): Workspace {
  const byFile = editsByFile(edits);
  const files = workspace.files.map((file) => ({
    ...file,
    text: applyEdits(file.text, byFile.get(file.id) ?? []),
  }));
  return { ...workspace, files };
}

function broken(one: FixCase): Workspace {
  const example = examples.get(one.base ?? 'ngf-mutual-tls');
  if (example === undefined) throw new Error('no such example');
  return brokenWorkspace(example, one, materials);
}

const errorsOf = ({ findings }: Analysis): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
const comments = ({ files }: Workspace): number =>
  files.reduce((sum, { text }) => sum + text.split('# kept').length - 1, 0);

/** Lines that a fix takes out and puts back as they were, though it need not touch them. A block of text is one value. */
function idle({ files }: Workspace, { edits }: QuickFix): readonly string[] {
  return edits.flatMap(({ fileId, range, text }) => {
    const old = files.find(({ id }) => id === fileId)?.text.slice(range.start, range.end) ?? '';
    const before = old.split('\n');
    const after = text.split('\n');
    if (before.length < 2 || /^[|>]/.test(old)) return [];
    return [0, -1].flatMap((at) => {
      const line = before.at(at) ?? '';
      return line.trim() !== '' && after.at(at) === line ? [line] : [];
    });
  });
}

describe('a quick fix', () => {
  it.each(cases.map((one, i) => [`${one.code} (${String(i)})`, one] as const))(
    'for %s leaves nothing of it, breaks nothing else and keeps every comment, whichever is chosen',
    async (_, one) => {
      const workspace = broken(one);
      const before = await analyze(workspace, options);
      const finding = before.findings.find(
        ({ code, fixes }) => code === one.code && fixes.length > 0,
      );
      if (finding === undefined)
        throw new Error(
          `no fix: ${before.findings.map(({ code, fixes }) => `${code} ${String(fixes.length)}`).join(', ')}`,
        );
      const faults: string[] = [];
      for (const fix of finding.fixes) {
        const repaired = applied(workspace, fix);
        const after = await analyze(repaired, options);
        const lost = one.dropsComments === true ? 0 : comments(workspace) - comments(repaired);
        const wrong = [
          ...after.findings.filter(({ id }) => id === finding.id).map(() => 'it is left'),
          ...errorsOf(after)
            .filter((code) => !errorsOf(before).includes(code))
            .map((code) => `raises ${code}`),
          ...(lost === 0 ? [] : [`comments lost: ${String(lost)}`]),
          ...idle(workspace, fix).map((line) => `rewrites ${line}`),
        ];
        faults.push(...wrong.map((what) => `${fix.title}: ${what}`));
      }
      expect(faults).toEqual([]);
    },
  );

  it('has a case for every code that can be repaired', () => {
    const shown = new Set<string>(cases.map(({ code }) => code));
    const missing = Object.keys(makersByCode).filter(
      (code) => !shown.has(code) && !SHOWN_ELSEWHERE.has(code),
    );
    expect(missing).toEqual([]);
  });
});
