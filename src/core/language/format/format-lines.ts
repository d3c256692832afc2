import type { PlacedLine } from './layout.ts';
import { indentOf, type Line, type LineRole } from './line-plan.ts';

/** What a document is laid out from. */
export interface LayoutParts {
  readonly lines: readonly Line[];
  readonly roles: readonly LineRole[];
  readonly placed: readonly (PlacedLine | null)[];
}

/** Every line as it should be. */
export function formatLines(parts: LayoutParts): readonly string[] {
  return parts.lines.map((line, at) => {
    const role = parts.roles[at] ?? 'blank';
    switch (role) {
      case 'blank':
        return '';
      case 'structure':
        return structureLine(line.text, at, parts);
      case 'comment':
        return ' '.repeat(commentColumn(line.text, at, parts)) + line.text.trim();
      case 'block':
        return blockLine(line.text, at, parts);
      case 'continued':
        return continuedLine(line.text, at, parts);
      default:
        return role satisfies never;
    }
  });
}

function structureLine(text: string, at: number, { placed, roles }: LayoutParts): string {
  const tokens = placed[at]?.tokens ?? [];
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return text;
  const dashes = tokens.filter(({ dash }) => dash).length;
  const rest = last.dash ? text.slice(last.column + 1).trimStart() : text.slice(last.column);
  const head = ' '.repeat(first.now) + '- '.repeat(dashes);
  const line = head + rest.replace(/^([\w./-]+:) +(?=[^\s#])/, '$1 ');
  // Blanks at the end of a line may belong to a text that goes on below.
  return roles[at + 1] === 'continued' ? line : line.trimEnd();
}

/** A comment goes with the line below it, else with the level that it stood at. */
function commentColumn(text: string, at: number, { placed, roles }: LayoutParts): number {
  const column = indentOf(text);
  const below = placed.find((line, index) => index > at && line !== null);
  const next = below?.tokens[0];
  const above = placed.findLast((line, index) => index < at && line !== null);
  if (next?.column === column || above === undefined || above === null) return next?.now ?? 0;
  const levels = roles[at] === 'comment' ? above.levels : [];
  const level = levels.findLast(({ old }) => old === column);
  if (level !== undefined) return level.now;
  return next?.now ?? levels[0]?.now ?? 0;
}

function blockLine(text: string, at: number, parts: LayoutParts): string {
  const first = headOf(at, parts);
  const body = parts.lines.slice(first + 1).find((line) => line.text.trim() !== '');
  const old = indentOf(body?.text ?? '');
  if (text.trim() === '' && text.length <= old) return '';
  const owner = ownerColumn(first, parts);
  return ' '.repeat(Math.max(0, indentOf(text) - old + owner + 2)) + text.trimStart();
}

function continuedLine(text: string, at: number, parts: LayoutParts): string {
  if (text.trim() === '') return text;
  const [token] = parts.placed[headOf(at, parts)]?.tokens ?? [];
  const shift = token === undefined ? 0 : token.now - token.column;
  return ' '.repeat(Math.max(0, indentOf(text) + shift)) + text.trimStart();
}

/** The line of structure that a line inside a value belongs to. */
function headOf(at: number, { placed }: LayoutParts): number {
  return placed.findLastIndex((line, index) => index < at && line !== null);
}

/** Column of the key or dash whose value is a block. */
function ownerColumn(at: number, { placed, lines }: LayoutParts): number {
  const tokens = placed[at]?.tokens ?? [];
  const last = tokens.at(-1);
  if (last === undefined) return 0;
  // `- |`: the block is the item itself.
  const isItem = !last.dash && /^(?:[&!]\S* +)*[|>]/.test(lines[at]?.text.slice(last.column) ?? '');
  return isItem ? (tokens.at(-2)?.now ?? 0) : last.now;
}
