import { describe, expect, it } from 'vitest';
import { createStudio } from '../../state/studio.ts';
import { firstChange, isTravel } from './travelled.ts';

const file = (id: string, text: string) => ({ id, path: `${id}.yaml`, text });

describe('isTravel', () => {
  it('knows undo and redo from a new step', () => {
    const studio = createStudio();
    const { store } = studio;
    const add = (text: string) => {
      const files = [file(text, text)];
      const nothing = { guides: [], blobs: [], setAside: [], assignments: [] };
      studio.update({ type: 'add', label: text, files, ...nothing });
    };
    const after = (act: () => void): boolean => {
      const { history } = store.getState();
      act();
      return isTravel(history, store.getState());
    };
    add('one');
    add('two');
    expect(after(studio.undo)).toBe(true);
    expect(after(studio.redo)).toBe(true);
    expect(after(studio.undo)).toBe(true);
    expect(
      after(() => {
        add('three');
      }),
    ).toBe(false);
    expect(
      after(() => {
        studio.travel(-2);
      }),
    ).toBe(true);
    expect(
      after(() => {
        studio.travel(2);
      }),
    ).toBe(true);
    expect(after(studio.redo)).toBe(false);
  });
});

describe('firstChange', () => {
  it('is the end of what differs in the first file that does', () => {
    const before = [file('a', 'same'), file('b', 'name: x\n')];
    const after = [file('new', 'n'), file('a', 'same'), file('b', 'name: long\n')];
    expect(firstChange(before, after)).toEqual({ fileId: 'b', end: 10 });
    expect(firstChange(after, after)).toBeNull();
  });
});
