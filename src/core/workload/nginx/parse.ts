import { nextToken, type NginxToken } from './tokenize.ts';
import type { NginxDirective, NginxProblem } from './types.ts';

export interface NginxParse {
  readonly directives: readonly NginxDirective[];
  /** Where reading stopped; directives before it are kept. */
  readonly problem?: NginxProblem;
}

/**
 * Parses one configuration file into directives. `include` is not followed here, and the meaning of a
 * directive is not checked. Never throws.
 *
 * @see nginx src/core/ngx_conf_file.c `ngx_conf_parse`
 */
export function parseNginx(text: string, file: string): NginxParse {
  const parser: Parser = { text, file, at: 0, line: 1 };
  const result = readBlock(parser, false);
  return result.message === undefined
    ? { directives: result.directives }
    : {
        directives: result.directives,
        problem: { message: result.message, file, line: parser.line },
      };
}

/** Position in one file; moves forward only. */
interface Parser {
  readonly text: string;
  readonly file: string;
  at: number;
  line: number;
}

interface BlockResult {
  readonly directives: NginxDirective[];
  readonly message?: string;
}

function advance(parser: Parser): NginxToken {
  const token = nextToken(parser.text, parser.at, parser.line);
  const passed = parser.text.slice(parser.at, token.end);
  parser.line += passed.split('\n').length - 1;
  parser.at = token.end;
  return token;
}

function readBlock(parser: Parser, inner: boolean): BlockResult {
  const directives: NginxDirective[] = [];
  for (;;) {
    const token = advance(parser);
    if (token.kind === 'word') {
      const result = readDirective(parser, token.text, token.line);
      if (result.directive !== undefined) directives.push(result.directive);
      if (result.message !== undefined) return { directives, message: result.message };
    } else if (token.kind === 'end') {
      return inner
        ? { directives, message: 'unexpected end of file, expecting "}"' }
        : { directives };
    } else if (token.kind === '}' && inner) return { directives };
    else if (token.kind === 'error') return { directives, message: token.message };
    else return { directives, message: `unexpected "${token.kind}"` };
  }
}

function readDirective(
  parser: Parser,
  name: string,
  line: number,
): { directive?: NginxDirective; message?: string } {
  const args: string[] = [];
  const base = { name, args, file: parser.file, line };
  for (;;) {
    const token = advance(parser);
    switch (token.kind) {
      case 'word':
        args.push(token.text);
        break;
      case ';':
        return { directive: base };
      case '{': {
        if (name.endsWith('_by_lua_block')) {
          skipLua(parser);
          return { directive: { ...base, block: [] } };
        }
        const { directives, message } = readBlock(parser, true);
        const directive = { ...base, block: directives };
        return message === undefined ? { directive } : { directive, message };
      }
      case '}':
        return { message: 'unexpected "}"' };
      case 'end':
        return { message: 'unexpected end of file, expecting ";" or "}"' };
      case 'error':
        return { message: token.message };
      default:
        return token satisfies never;
    }
  }
}

/** OpenResty: Lua code up to the matching brace; strings and comments may hold braces of their own. */
function skipLua(parser: Parser): void {
  const code = /--[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{}]/g;
  code.lastIndex = parser.at;
  let depth = 1;
  for (let found = code.exec(parser.text); found !== null; found = code.exec(parser.text)) {
    if (found[0] === '{') depth += 1;
    if (found[0] === '}') depth -= 1;
    if (depth === 0) break;
  }
  const end = depth === 0 ? code.lastIndex : parser.text.length;
  parser.line += parser.text.slice(parser.at, end).split('\n').length - 1;
  parser.at = end;
}
