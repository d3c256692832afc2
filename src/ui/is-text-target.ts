/** True when keys typed at the target of an event are text: a field, a text area, an editor. */
export function isTextTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="textbox"], .monaco-editor') !== null
  );
}
