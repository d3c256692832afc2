/** `&#43;`, `&#x2B;`, `&plus;`, `&amp;#43;`: what a web page puts where base64 has `+`, `/` and `=`. */
const ENTITY = /&(?:amp;)*(?:#(\d{1,3})|#x([0-9a-f]{1,2})|(plus|sol|equals|amp));/gi;

const NAMED: Readonly<Record<string, string>> = { plus: '+', sol: '/', equals: '=', amp: '&' };

/** The first HTML character reference in a text, or null. */
export function findHtmlEntity(text: string): string | null {
  return text.match(ENTITY)?.[0] ?? null;
}

/** Replaces HTML character references of one ASCII character each by that character, however often escaped. */
export function unescapeHtml(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
    return String.fromCharCode(code);
  });
}
