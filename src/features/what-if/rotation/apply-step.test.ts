import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../core/model/index.ts';
import { applyEdits } from '../../../core/source/index.ts';
import type { Rotation } from '../../../core/what-if/rotation/types.ts';
import { emptyWorkspace } from '../../../state/index.ts';
import { editsBetween, stepsTaken } from './apply-step.ts';

const workspace = (...texts: readonly string[]): Workspace => ({
  ...emptyWorkspace,
  files: texts.map((text, index) => ({ id: `f${String(index)}`, path: `${text}.yaml`, text })),
});

describe('the edits of a step', () => {
  it('replace what differs and nothing else', () => {
    expect(editsBetween(workspace('a: 1\nb: 2\n', 'c'), workspace('a: 1\nb: 33\n', 'c'))).toEqual([
      { fileId: 'f0', range: { start: 8, end: 9 }, text: '33' },
    ]);
  });

  it('turn any text into any other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const edits = editsBetween(workspace(before), workspace(after)) ?? [];
        expect(applyEdits(before, edits)).toBe(after);
      }),
    );
  });

  it('are none where a dropped file would have to change', () => {
    const blobs = [{ id: 'b', path: 'b.pem', bytes: new Uint8Array() }];
    expect(editsBetween(workspace('a'), { ...workspace('a'), blobs })).toBeNull();
  });
});

describe('the steps taken', () => {
  const step = (text: string) =>
    ({
      id: 'trust-both',
      title: '',
      reload: [],
      variant: { title: '', workspace: workspace(text), changed: [] },
    }) as const;
  const rotation: Rotation = {
    kind: 'rehearsed',
    side: 'server',
    oldCa: '',
    newCa: '',
    steps: [step('one'), step('two')],
    states: [],
    orders: [],
  };
  it.each([
    ['start', 0],
    ['one', 1],
    ['two', 2],
    ['something else', null],
  ])('of documents that read %j are %j', (text, taken) => {
    expect(stepsTaken(rotation, workspace('start'), workspace(text))).toBe(taken);
  });
});
