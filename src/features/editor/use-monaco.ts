import { useEffect, useRef, type RefObject } from 'react';
import {
  analysisStore,
  studio,
  useAnalysis,
  useShownWorkspace,
  useStudio,
} from '../../state/index.ts';
import { createEditor } from './monaco/create-editor.ts';
import { FileModels } from './monaco/file-models.ts';
import { lineNotes } from './monaco/line-notes.ts';
import type { monaco } from './monaco/monaco.ts';
import { registerProviders } from './monaco/providers/register-providers.ts';
import { registerQuickFixes } from './monaco/quick-fixes.ts';
import { showFindings } from './monaco/show-findings.ts';
import { followTheme } from './monaco/theme.ts';
import { selectedPlace } from './selected-place.ts';
import { objectAt, type EditorFile } from './shown-file.ts';
import { firstChange, isTravel } from './travelled.ts';

/** Where the cursor stands: 1-based line and column, and the offset in the file's text. */
export interface Cursor {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

interface Session {
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  readonly models: FileModels;
  readonly notes: monaco.editor.IEditorDecorationsCollection;
}

/** Keeps a Monaco editor in `host` in step with the stores, for as long as the component lives. */
export function useMonaco(props: {
  host: RefObject<HTMLDivElement | null>;
  file: EditorFile | null;
  onCursor: (cursor: Cursor) => void;
}): void {
  const { host, file, onCursor } = props;
  const session = useRef<Session | null>(null);
  const shown = useRef<EditorFile | null>(file);
  useEffect(() => {
    shown.current = file;
  });
  const present = file !== null;
  useEffect(() => {
    if (!present || host.current === null) return undefined;
    const started = start(host.current, shown, onCursor);
    session.current = started.session;
    return () => {
      session.current = null;
      started.stop();
    };
  }, [present, host, onCursor]);
  useShownFile(session, file);
  useFindings(session, file);
  useReveal(session, file);
}

function start(
  host: HTMLDivElement,
  shown: RefObject<EditorFile | null>,
  onCursor: (cursor: Cursor) => void,
): { session: Session; stop: () => void } {
  const stopTheme = followTheme();
  let burst = 0;
  const models = new FileModels((edits, kind) => {
    // A variant on show is not the documents: its places are not theirs.
    if (shown.current?.readOnly === true) return;
    if (kind !== 'goes-on') burst += 1;
    const label = `${kind === 'format' ? 'Format' : 'Edit'} ${shown.current?.path ?? 'the file'}`;
    const coalesce = `${edits[0]?.fileId ?? ''} ${String(burst)}`;
    studio.update({ type: 'edit-text', label, edits, coalesce });
  });
  const editor = createEditor(host);
  const notes = editor.createDecorationsCollection();
  const fixes = registerQuickFixes(editor, models);
  const providers = registerProviders(models);
  editor.onDidChangeCursorPosition(({ position }) => {
    const model = editor.getModel();
    const file = shown.current;
    if (model === null || file === null) return;
    const offset = models.mapOf(file.id)?.toFile(model.getOffsetAt(position)) ?? 0;
    onCursor({ line: position.lineNumber, column: position.column, offset });
    if (editor.hasTextFocus()) suggestObject(file.id, offset);
  });
  return {
    session: { editor, models, notes },
    stop: () => {
      fixes.dispose();
      providers.dispose();
      editor.dispose();
      models.dispose();
      stopTheme();
    },
  };
}

function suggestObject(fileId: string, offset: number): void {
  const { analysis } = analysisStore.getState();
  const object = objectAt(analysis, fileId, offset);
  if (object !== null) studio.suggest({ kind: 'object', objectKey: object.key });
}

/** Puts the file on show, with the text the store has now; the cursor goes to what undo or redo changed in it. */
function useShownFile(session: RefObject<Session | null>, file: EditorFile | null): void {
  const { files, guides } = useShownWorkspace();
  const last = useRef({ files, history: studio.store.getState().history });
  useEffect(() => {
    const current = session.current;
    if (current === null || file === null) return;
    const { editor, models } = current;
    const changed = models.sync([...files, ...guides]);
    const model = models.show(file);
    if (editor.getModel() !== model) editor.setModel(model);
    editor.updateOptions({
      readOnly: file.readOnly,
      ariaLabel: file.readOnly ? `${file.path}, read only` : `YAML of ${file.path}`,
    });
    const before = last.current;
    const now = studio.store.getState();
    last.current = { files, history: now.history };
    if (!isTravel(before.history, now)) return;
    const offset = changed.get(file.id);
    const elsewhere = firstChange(before.files, files);
    if (offset !== undefined) goTo(editor, offset);
    else if (elsewhere !== null && editor.hasTextFocus())
      studio.reveal(elsewhere.fileId, { start: elsewhere.end, end: elsewhere.end });
  }, [session, file, files, guides]);
}

function goTo(editor: monaco.editor.IStandaloneCodeEditor, offset: number): void {
  const position = editor.getModel()?.getPositionAt(offset);
  if (position === undefined) return;
  editor.setPosition(position);
  editor.revealPositionInCenterIfOutsideViewport(position);
}

function useFindings(session: RefObject<Session | null>, file: EditorFile | null): void {
  const findings = useAnalysis((state) => state.analysis?.findings);
  useEffect(() => {
    const current = session.current;
    if (current === null || file === null || findings === undefined) return undefined;
    const { editor, models, notes } = current;
    showFindings(models, findings);
    const draw = () => {
      const model = editor.getModel();
      if (model === null) return;
      notes.set([
        ...lineNotes(models, model, file.id, findings, editor.getPosition()?.lineNumber ?? 0),
      ]);
    };
    draw();
    const moved = editor.onDidChangeCursorPosition(draw);
    return () => {
      moved.dispose();
    };
  }, [session, file, findings]);
}

/** Scrolls to what was asked for; a selection made elsewhere scrolls to its definition. */
function useReveal(session: RefObject<Session | null>, file: EditorFile | null): void {
  const reveal = useStudio((state) => state.view.reveal);
  const done = useRef(0);
  const selection = useStudio((state) => state.view.selection);
  const fileId = file?.id;
  useEffect(() => {
    const current = session.current;
    if (current === null || reveal === null || reveal.fileId !== fileId) return;
    if (done.current === reveal.nonce) return;
    done.current = reveal.nonce;
    scrollTo(current, fileId, reveal.start, reveal.end);
    current.editor.focus();
  }, [session, reveal, fileId]);
  useEffect(() => {
    const current = session.current;
    if (current === null || current.editor.hasTextFocus()) return;
    const place = selectedPlace(analysisStore.getState().analysis, selection);
    if (place === null || place.fileId !== fileId) return;
    scrollTo(current, fileId, place.range.start, place.range.end);
  }, [session, selection, fileId]);
}

function scrollTo({ editor, models }: Session, fileId: string, from: number, to: number): void {
  const model = editor.getModel();
  const map = models.mapOf(fileId);
  if (model === null || map === undefined) return;
  const start = model.getPositionAt(map.toModel(from));
  const end = model.getPositionAt(map.toModel(to));
  editor.setSelection({
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  });
  editor.revealLineInCenterIfOutsideViewport(start.lineNumber);
}
