const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
};

/** A string as Rust's `{:?}` prints it. */
export function rustDebug(text: string): string {
  const escaped = text.replace(/["\\\u0000-\u001f\u007f-\u009f]/g, (char) => {
    return ESCAPES[char] ?? `\\u{${char.charCodeAt(0).toString(16)}}`;
  });
  return `"${escaped}"`;
}
