/** Spellings that differ between Kubernetes minors for one and the same error, each with what both become. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // 1.32: `may not be more than 253 bytes`; before: `may not be longer than 253`.
  [/: Too long: may not be (?:longer than|more than) (\d+)(?: bytes)?$/, ': Too long: $1'],
  // 1.33 prints keys as JSON, before that in Go's syntax; the path tells which item it is.
  [/: Duplicate value: (?:map\[string\]interface \{\}|\{|map\[).*$/, ': Duplicate value'],
  // The bad value of a rule was the name of its type, later the value itself.
  [/: Invalid value: "(?:object|array|string|integer|boolean|number|null)": /, ': Invalid value: '],
  [/: Invalid value: (?:null|\{.*?\}|\[.*?\]): /, ': Invalid value: '],
  // 1.31: `Too many: 17: must have at most 16 items`; before, the number found was left out at times.
  [/: Too many: (?:\d+: )?must have/, ': Too many: must have'],
];

/**
 * A line of the API server without what varies by Kubernetes minor: path and kind of message stay, so two lines of one
 * class tell the same thing.
 */
export function messageClass(message: string): string {
  return SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), message);
}
