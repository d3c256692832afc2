import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { coreOrder, forbiddenCoreFolders, layerConfigs } from './layers.mjs';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: layerConfigs(
    ['graph', 'editor'],
    [{ selector: "MemberExpression[property.name='now']", message: 'no clock' }],
  ),
});

async function problems(filePath: string, code: string): Promise<number> {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.length ?? 0;
}

describe('layer rules', () => {
  it('put every folder of core above the ones it may import', () => {
    expect(forbiddenCoreFolders('conversion')).toEqual([]);
    expect(forbiddenCoreFolders('model')).toHaveLength(coreOrder.flat().length - 1);
    expect(forbiddenCoreFolders('manifest')).toContain('pki');
    expect(forbiddenCoreFolders('manifest')).not.toContain('source');
  });

  it.each([
    ['src/core/verify/a.ts', "import '../pki/b.ts';"],
    ['src/core/implementations/envoy/a.ts', "import '../../verify/b.ts';"],
    ['src/core/implementations/envoy/a.ts', "import '../nginx/b.ts';"],
    ['src/core/pki/a.ts', "import 'pkijs';"],
    ['src/core/pki/a.test.ts', "import 'node:crypto';"],
    ['src/core/verify/a.test.ts', 'Date.now();'],
    ['src/features/graph/a.tsx', "import '../../core/export/b.ts';"],
    ['src/features/graph/deep/a.tsx', "import '../b.ts';"],
    ['src/features/editor/a.ts', "import 'monaco-editor/editor';"],
    ['src/app/a.tsx', "import('../features/editor/b.tsx');"],
    ['src/cli/a.ts', "import 'node:fs';"],
  ])('allow %s: %s', async (file, code) => {
    expect(await problems(file, code)).toBe(0);
  });

  it.each([
    ['src/core/pki/a.ts', "import '../verify/b.ts';"],
    ['src/core/pki/a.test.ts', "import '../verify/b.ts';"],
    ['src/core/manifest/a.ts', "import '../pki/b.ts';"],
    ['src/core/manifest/deep/er/a.ts', "import '../../../pki/b.ts';"],
    ['src/core/gateway-api/a.ts', "import '../implementations/nginx/b.ts';"],
    ['src/core/verify/a.ts', "import('../handshake/b.ts');"],
    ['src/core/verify/a.ts', "import 'node:crypto';"],
    ['src/core/verify/a.ts', "import 'pkijs';"],
    ['src/core/verify/a.ts', "import('asn1js');"],
    ['src/core/verify/a.ts', "import 'react';"],
    ['src/core/verify/a.ts', "import '../../state/b.ts';"],
    ['src/core/verify/a.ts', 'Date.now();'],
    ['src/ui/a.tsx', "import '../core/model/b.ts';"],
    ['src/state/a.ts', "import '../views/b.ts';"],
    ['src/features/graph/a.tsx', "import '../editor/b.ts';"],
    ['src/features/graph/deep/a.tsx', "import '../../editor/b.ts';"],
    ['src/features/graph/a.tsx', "import '../../app/b.ts';"],
    ['src/features/graph/a.tsx', "import 'monaco-editor';"],
    ['src/app/a.tsx', "import('monaco-editor/editor');"],
    ['src/app/a.tsx', "import 'pkijs';"],
    ['src/cli/a.ts', "import '../state/b.ts';"],
  ])('refuse %s: %s', async (file, code) => {
    expect(await problems(file, code)).toBeGreaterThan(0);
  });
});
