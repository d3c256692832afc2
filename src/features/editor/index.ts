/** Nothing until the editor is there. */
export function EditorPanel(): null {
  return null;
}
