/** Parameters of a finding, as the catalogue gets them. */
export type Params = Readonly<Record<string, string>>;

/** Where the material stands, as the caller named it: `Secret shop/catalog-tls, tls.crt`. */
export function place(params: Params): string {
  return params.where ?? 'This text';
}

/** ` on line 12`, or nothing for a text of one line. */
export function onLine(params: Params): string {
  return params.line === undefined ? '' : ` on line ${params.line}`;
}

/** A parameter, or what to say without it. */
export function value(params: Params, name: string, otherwise: string): string {
  return params[name] ?? otherwise;
}
