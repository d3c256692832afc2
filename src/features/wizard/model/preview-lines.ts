import { shortenLine } from '../../../views/index.ts';

/** A line that is shown, and where it begins in the text. */
export interface PreviewLine {
  readonly text: string;
  readonly start: number;
  /** From 1, in the text as it will be. */
  readonly number: number;
}

/** Base64 that stands in for a certificate or key: nobody reads it, and it is new with every key. */
const BASE64 = /^(\s*)[A-Za-z0-9+/=]{40,}$/;

/**
 * A YAML text as the preview shows it: the body of a PEM block is one line, and a long value ends in an ellipsis.
 */
export function previewLines(text: string): readonly PreviewLine[] {
  const shown: PreviewLine[] = [];
  let start = 0;
  let wasBody = false;
  text
    .replace(/\n$/, '')
    .split('\n')
    .forEach((line, index) => {
      const isBody = BASE64.test(line) || (wasBody && /^\s*[A-Za-z0-9+/=]+$/.test(line));
      if (!isBody || !wasBody)
        shown.push({ text: isBody ? bodyLine(line) : shortenLine(line), start, number: index + 1 });
      wasBody = isBody;
      start += line.length + 1;
    });
  return shown;
}

function bodyLine(line: string): string {
  return `${/^\s*/.exec(line)?.[0] ?? ''}…`;
}
