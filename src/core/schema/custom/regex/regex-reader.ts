/** A cursor over a pattern. The first failure stands and ends the reading. */
export class RegexReader {
  error: string | null = null;
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  atEnd(): boolean {
    return this.error !== null || this.at >= this.text.length;
  }

  /** The next character, empty at the end. */
  peek(): string {
    const code = this.text.codePointAt(this.at);
    return code === undefined || this.error !== null ? '' : String.fromCodePoint(code);
  }

  next(): string {
    const character = this.peek();
    this.at += character.length;
    return character;
  }

  accept(character: string): boolean {
    if (this.atEnd() || this.peek() !== character) return false;
    this.at += character.length;
    return true;
  }

  /** Takes what a sticky expression matches here. */
  match(sticky: RegExp): RegExpExecArray | null {
    if (this.error !== null) return null;
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  fail(reason: string): void {
    this.error ??= `error parsing regexp: ${reason}`;
  }

  /** What stands behind a backslash, as one code point. */
  escapedCode(): number {
    const hex = this.match(/x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/y);
    if (hex !== null) return this.checked(Number.parseInt(hex[1] ?? hex[2] ?? '', 16));
    const octal = this.match(/0[0-7]{0,2}|[1-7][0-7]{1,2}/y);
    if (octal !== null) return Number.parseInt(octal[0], 8);
    const letter = this.next();
    const named = 'afnrtv'.indexOf(letter);
    if (letter === '') this.fail('trailing backslash at end of expression');
    else if (named >= 0) return [7, 12, 10, 13, 9, 11][named] ?? 0;
    else if (/[0-9A-Za-z]|[^\0-\x7f]/.test(letter))
      this.fail(`invalid escape sequence: \`\\${letter}\``);
    return letter.codePointAt(0) ?? 0;
  }

  private checked(code: number): number {
    if (code <= 0x10ffff) return code;
    this.fail('invalid escape sequence');
    return 0;
  }
}
