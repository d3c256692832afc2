const LONGEST = 110;

/** A line of YAML as far as it says something to a reader: the value of `tls.key: LS0t…` does not, and may be a secret. */
export function shortenLine(line: string): string {
  const value = /^(\s*(?:- )?[\w.-]+: )([A-Za-z0-9+/=]{80,})$/.exec(line);
  if (value !== null) return `${value[1] ?? ''}${(value[2] ?? '').slice(0, 12)}…`;
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
