import { longHex } from './long-hex.ts';
import { monaco } from './monaco.ts';

const NAME = 'studio';

/** Syntax colours by their token; all reach 4.5:1 on the panel in both themes. */
const SYNTAX: Readonly<Record<string, string>> = {
  comment: '--c-com',
  string: '--c-str',
  // The base theme colours these by itself, in a blue that would read as a verdict.
  'string.yaml': '--c-str',
  number: '--c-num',
  keyword: '--c-num',
  type: '--c-key',
  tag: '--c-key',
  operators: '--c-pun',
  delimiter: '--c-pun',
};

const COLOURS: Readonly<Record<string, string>> = {
  'editor.background': '--bg-panel',
  'editor.foreground': '--text',
  'editorLineNumber.foreground': '--text-3',
  'editorLineNumber.activeForeground': '--text',
  'editorCursor.foreground': '--ink',
  'editorError.foreground': '--err-solid',
  'editorWarning.foreground': '--warn-solid',
  'editorInfo.foreground': '--text-3',
  'editor.selectionBackground': '--c-sel',
  'editor.inactiveSelectionBackground': '--c-sel',
  'editorLightBulb.foreground': '--warn-solid',
  'editorLightBulbAutoFix.foreground': '--warn-solid',
  'editorIndentGuide.background1': '--line',
  'editorGutter.background': '--bg-panel',
  'menu.background': '--bg-panel',
  'menu.foreground': '--text',
  'list.activeSelectionBackground': '--c-sel',
  'list.activeSelectionForeground': '--text',
  'list.focusBackground': '--c-sel',
  'list.focusForeground': '--text',
  'list.highlightForeground': '--text',
  'list.hoverBackground': '--c-sel',
  'list.inactiveSelectionBackground': '--c-sel',
  'editorHoverWidget.background': '--bg-raised',
  'editorHoverWidget.border': '--line-strong',
  'editorHoverWidget.foreground': '--text',
  'editorWidget.background': '--bg-raised',
  'editorWidget.border': '--line-strong',
  'editorWidget.foreground': '--text',
  'inputValidation.infoBackground': '--bg-raised',
  'inputValidation.infoBorder': '--line-strong',
  'inputValidation.infoForeground': '--text',
  'editorSuggestWidget.background': '--bg-raised',
  'editorSuggestWidget.border': '--line-strong',
  'editorSuggestWidget.focusHighlightForeground': '--text',
  'editorSuggestWidget.foreground': '--text',
  'editorSuggestWidget.highlightForeground': '--text',
  'editorSuggestWidget.selectedBackground': '--c-sel',
  'editorSuggestWidget.selectedForeground': '--text',
  'editorSuggestWidget.selectedIconForeground': '--text',
  'input.background': '--bg-panel',
  'input.foreground': '--text',
  'peekView.border': '--line-strong',
  'peekViewEditor.background': '--bg-sunken',
  'peekViewEditor.matchHighlightBackground': '--c-sel',
  'peekViewEditorGutter.background': '--bg-sunken',
  'peekViewResult.background': '--bg-panel',
  'peekViewResult.fileForeground': '--text',
  'peekViewResult.lineForeground': '--text-2',
  'peekViewResult.matchHighlightBackground': '--c-sel',
  'peekViewResult.selectionBackground': '--c-sel',
  'peekViewResult.selectionForeground': '--text',
  'peekViewTitle.background': '--bg-sunken',
  'peekViewTitleDescription.foreground': '--text-3',
  'peekViewTitleLabel.foreground': '--text',
  'quickInput.background': '--bg-raised',
  'quickInput.foreground': '--text',
  'quickInputList.focusBackground': '--c-sel',
  'quickInputList.focusForeground': '--text',
  'quickInputList.focusIconForeground': '--text',
  focusBorder: '--ink',
};

/** Makes Monaco wear the tokens of the theme that the page shows now. */
export function applyTheme(): void {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => longHex(style.getPropertyValue(name).trim());
  monaco.editor.defineTheme(NAME, {
    base: isDark(token('--bg-panel')) ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(SYNTAX).map(([name, value]) => ({
      token: name,
      foreground: token(value).replace('#', ''),
    })),
    colors: Object.fromEntries(
      Object.entries(COLOURS).map(([name, value]) => [name, token(value)]),
    ),
  });
  monaco.editor.setTheme(NAME);
}

/** Applies the theme again whenever the page changes its own. The result stops that. */
export function followTheme(): () => void {
  applyTheme();
  const observer = new MutationObserver(applyTheme);
  observer.observe(document.documentElement, { attributes: true });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', applyTheme);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', applyTheme);
  };
}

function isDark(hex: string): boolean {
  return Number.parseInt(hex.slice(1, 3), 16) < 128;
}
