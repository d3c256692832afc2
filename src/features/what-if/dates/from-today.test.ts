import { expect, it } from 'vitest';
import { emptyWorkspace } from '../../../state/index.ts';
import { differInDateAlone, fromToday } from './from-today.ts';

const on = (at: string | null) => ({
  ...emptyWorkspace,
  options: { ...emptyWorkspace.options, at },
});

it('asks nothing again for another date, and does for another file or release', () => {
  const workspace = on('2026-01-01T00:00:00Z');
  expect(fromToday(workspace).options.at).toBeNull();
  expect(differInDateAlone(fromToday(workspace), workspace)).toBe(true);
  expect(differInDateAlone(workspace, on(null))).toBe(true);
  expect(differInDateAlone(workspace, { ...workspace, files: [] })).toBe(false);
  const versions = { kgateway: '2.3' };
  const other = { ...workspace, options: { ...workspace.options, versions } };
  expect(differInDateAlone(workspace, other)).toBe(false);
});
