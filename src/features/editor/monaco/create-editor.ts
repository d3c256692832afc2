import { studio } from '../../../state/index.ts';
import { monaco } from './monaco.ts';

const { KeyCode, KeyMod } = monaco;

/** An editor in `host` with the app's own undo: one history for text, fixes and everything else. */
export function createEditor(host: HTMLElement): monaco.editor.IStandaloneCodeEditor {
  const editor = monaco.editor.create(host, {
    model: null,
    ariaLabel: 'YAML of the file shown',
    automaticLayout: true,
    fixedOverflowWidgets: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
    fontLigatures: false,
    fontSize: 12.5,
    lineHeight: 20,
    glyphMargin: true,
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
    minimap: { enabled: false },
    overviewRulerLanes: 2,
    renderLineHighlight: 'line',
    scrollBeyondLastLine: false,
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    stickyScroll: { enabled: false },
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: true, comments: false, strings: true },
    acceptSuggestionOnEnter: 'smart',
    suggest: { showWords: false, showStatusBar: false, snippetsPreventQuickSuggestions: false },
    // The light bulb and F8 tell of findings; what a name means is asked for.
    hover: { delay: 400 },
  });
  // On every system: Monaco has another key for it on Linux.
  editor.addCommand(KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF, () => {
    void editor.getAction('editor.action.formatDocument')?.run();
  });
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyZ, studio.undo);
  editor.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, studio.redo);
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyY, studio.redo);
  return editor;
}
