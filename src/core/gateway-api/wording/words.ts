/** Parameters of a finding. */
export type Params = Readonly<Record<string, string>>;

/** A parameter that the check always sets; a gap shows as an ellipsis instead of `undefined`. */
export function word(params: Params, name: string): string {
  return params[name] ?? '…';
}

/** A sentence that is only said when the parameter is there. */
export function when(params: Params, name: string, say: (value: string) => string): string {
  const value = params[name];
  return value === undefined || value === '' ? '' : say(value);
}

/** A text with a full stop at its end; messages of controllers come with one and without. */
export function withStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** Joins the sentences that are there. */
export function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
