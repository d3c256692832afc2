// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { emptyWorkspace, type AnalysisState, type StudioState } from '../../state/index.ts';
import { createStudio } from '../../state/index.ts';
import { isAvailable } from './Action.ts';
import { actionById, actions } from './registry.ts';
import { formatShortcut } from './shortcut.ts';

const derived: AnalysisState = { analysis: null, revision: -1, status: 'idle', error: null };
const available = (studio: StudioState) =>
  actions.filter((action) => isAvailable(action, { studio, derived })).map((action) => action.id);

describe('the action registry', () => {
  it('has every id and every shortcut once', () => {
    const ids = actions.map((action) => action.id);
    const shortcuts = actions.flatMap((action) => action.shortcuts);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('leaves the keys alone that the browser cannot give away', () => {
    const shortcuts = actions.flatMap((action) => action.shortcuts);
    const refused = ['Mod+T', 'Mod+N', 'Mod+W', 'Mod+Shift+T', 'Mod+Shift+N', 'Mod+L'];
    expect(shortcuts.filter((shortcut) => refused.includes(shortcut))).toEqual([]);
  });

  it('prints no two shortcuts alike on either kind of keyboard', () => {
    const shortcuts = actions.flatMap((action) => action.shortcuts);
    for (const apple of [true, false]) {
      const printed = shortcuts.map((shortcut) => formatShortcut(shortcut, apple));
      expect(new Set(printed).size).toBe(printed.length);
    }
  });

  it('offers only ways in while nothing is open', () => {
    expect(available(createStudio().store.getState())).toEqual([
      'new-setup',
      'open-files',
      'open-folder',
      'paste',
      'examples',
      'issue-certificate',
      'workspaces',
      'add-object',
      'palette',
      'checks',
      'next-region',
      'previous-region',
      'toggle-theme',
      'shortcuts',
    ]);
  });

  it('leaves alone what stands behind the questions of a new setup', () => {
    const studio = createStudio();
    const file = { id: 'f', path: 'a.yaml', text: '' };
    const workspace = { ...emptyWorkspace, files: [file] };
    studio.update({ type: 'replace-workspace', label: 'Open the guide', workspace });
    studio.setScreen('new-setup');
    expect(available(studio.store.getState())).toEqual([
      'open-files',
      'open-folder',
      'paste',
      'palette',
      'checks',
      'next-region',
      'previous-region',
      'toggle-theme',
      'shortcuts',
    ]);
  });

  it('names what undo would take back', () => {
    const studio = createStudio();
    const file = { id: 'f', path: 'a.yaml', text: '' };
    const workspace = { ...emptyWorkspace, files: [file] };
    studio.update({ type: 'replace-workspace', label: 'Open the guide', workspace });
    const context = { studio: studio.store.getState(), derived };
    expect(actionById('undo').titleNow?.(context)).toBe('Undo Open the guide');
  });
});
