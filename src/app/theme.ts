import { studio, type ThemeChoice } from '../state/index.ts';
import { readSetting, writeSetting } from './device-settings.ts';

const darkQuery = '(prefers-color-scheme: dark)';

/** The theme a choice comes to on this device. */
export function resolveTheme(choice: ThemeChoice, systemIsDark: boolean): 'light' | 'dark' {
  if (choice === 'system') return systemIsDark ? 'dark' : 'light';
  return choice;
}

function isChoice(value: string | null): value is ThemeChoice {
  return value === 'light' || value === 'dark' || value === 'system';
}

/**
 * Applies the stored theme before the first paint and keeps the document in step with the store and the
 * system; the result ends it.
 */
export function startTheme(): () => void {
  const stored = readSetting('theme');
  if (isChoice(stored)) studio.setTheme(stored);
  const system = matchMedia(darkQuery);
  const apply = () => {
    const { theme } = studio.store.getState().view;
    document.documentElement.dataset.theme = resolveTheme(theme, system.matches);
  };
  apply();
  system.addEventListener('change', apply);
  const unsubscribe = studio.store.subscribe((state, before) => {
    if (state.view.theme === before.view.theme) return;
    writeSetting('theme', state.view.theme);
    apply();
  });
  return () => {
    system.removeEventListener('change', apply);
    unsubscribe();
  };
}

/** Light if dark is on show, dark if light is. */
export function toggleTheme(): void {
  const { theme } = studio.store.getState().view;
  const shown = resolveTheme(theme, matchMedia(darkQuery).matches);
  studio.setTheme(shown === 'dark' ? 'light' : 'dark');
}
