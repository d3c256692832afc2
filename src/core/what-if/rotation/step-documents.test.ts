import { describe, expect, it } from 'vitest';
import { parseFile } from '../../manifest/index.ts';
import { context, setupFor } from '../setup.testing.ts';
import { rehearseRotation } from './rehearse-rotation.ts';
import { stepDocuments } from './step-documents.ts';

const file = (id: string, text: string) => ({ id, path: `${id}.yaml`, text });

describe('the documents of a step', () => {
  it.each([
    ['nothing', 'a: 1\n---\nb: 1\n', 'a: 1\n---\nb: 1\n', ''],
    ['the one that differs', 'a: 1\n---\nb: 1\n', 'a: 1\n---\n# why\nb: 2\n', '# why\nb: 2\n'],
    ['two, in their order', 'a: 1\n---\nb: 1', 'a: 2\n---\nb: 2', 'a: 2\n---\nb: 2'],
    ['a file that is new', '', 'a: 1\n', 'a: 1\n'],
  ])('are %s', (_what, before, after, expected) => {
    const other = file('other', 'c: 1\n');
    const from = { files: [...(before === '' ? [] : [file('f', before)]), other] };
    expect(stepDocuments(from, { files: [file('f', after), other] })).toBe(expected);
  });

  it('are the objects that a rehearsed step changes, and no others', async () => {
    const { workspace, ends } = await setupFor('kgateway');
    const rotation = await rehearseRotation('server', workspace, ends, context);
    if (rotation.kind === 'refused') throw new Error(rotation.reason);
    const states = [workspace, ...rotation.steps.map(({ variant }) => variant.workspace)];
    const applied = rotation.steps.map(({ variant }, index) => {
      const text = stepDocuments(states[index] ?? workspace, variant.workspace);
      return parseFile(file('step', text), { defaultNamespace: 'default' }).objects.map(
        ({ kind, name }) => `${kind} ${name}`,
      );
    });
    expect(applied).toEqual([
      ['ConfigMap payments-ca'],
      ['Secret payments-identity'],
      ['ConfigMap payments-ca'],
    ]);
  });
});
