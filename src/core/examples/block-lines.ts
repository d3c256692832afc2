/** A text as the lines of a YAML block scalar (`|`), indented by `width` blanks. */
export function blockLines(text: string, width: number): string {
  const indent = ' '.repeat(width);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}
