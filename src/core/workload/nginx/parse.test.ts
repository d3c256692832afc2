import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNginx } from './parse.ts';
import type { NginxDirective } from './types.ts';

/** `name(arg,arg){…}`: directives on one line, for comparison. */
function show(directives: readonly NginxDirective[]): string {
  return directives
    .map(({ name, args, block }) => {
      const inner = block === undefined ? ';' : `{${show(block)}}`;
      return `${name}(${args.join('|')})${inner}`;
    })
    .join(' ');
}

describe('parseNginx', () => {
  it.each([
    ['listen 8443 ssl;', 'listen(8443|ssl);'],
    ['a 1; # b 2;\nc 3;', 'a(1); c(3);'],
    ['a b#c;', 'a(b#c);'],
    ['a "x y" \'z; {\';', 'a(x y|z; {);'],
    ['a "say \\"hi\\"" b\\ c;', 'a(say "hi"|b\\ c);'],
    ['a "tab\\there";', 'a(tab\there);'],
    ['a ${host}x $uri;', 'a(${host}x|$uri);'],
    ['http { server { listen 80; } }', 'http(){server(){listen(80);}}'],
    ['if ($a = "b"){return 444;}', 'if(($a|=|b){return(444);}'],
    ['\uFEFFuser nginx;\r\nevents {\r\n}\r\n', 'user(nginx); events(){}'],
    ['content_by_lua_block { if x then y("}") end -- }\n } a 1;', 'content_by_lua_block(){} a(1);'],
    ['', ''],
  ])('reads %j', (text, expected) => {
    const { directives, problem } = parseNginx(text, 'nginx.conf');
    expect(problem).toBeUndefined();
    expect(show(directives)).toBe(expected);
  });

  it.each([
    ['a 1;\n}\n', 'unexpected "}"', 2],
    ['a 1;\nhttp {\n  b 2;\n', 'unexpected end of file, expecting "}"', 4],
    ['a 1;\nb 2', 'unexpected end of file, expecting ";" or "}"', 2],
    ['a {\n b 2 }\n}', 'unexpected "}"', 2],
    ['a "x"y;', 'unexpected "y"', 1],
    [';', 'unexpected ";"', 1],
    ['a "never closed\n;', 'unexpected end of file, expecting ";" or "}"', 2],
  ])('refuses %j as nginx does', (text, message, line) => {
    expect(parseNginx(text, 'nginx.conf').problem).toEqual({ message, file: 'nginx.conf', line });
  });

  it('gives every directive the line it starts on', () => {
    const { directives } = parseNginx('\n# one\nhttp {\n\n  server {\n  }\n}\nuser\n  nginx;', 'f');
    expect(directives.map(({ name, line }) => [name, line])).toEqual([
      ['http', 3],
      ['user', 8],
    ]);
    expect(directives[0]?.block?.[0]?.line).toBe(5);
  });

  it('never throws and always ends, whatever the text', () => {
    const piece = fc.constantFrom(
      ...['{', '}', ';', '"', "'", '\\', '#', '\n', ' ', '$', 'a_by_lua_block', 'listen', '80'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 }))), (pieces) => {
        const { directives } = parseNginx(pieces.join(''), 'f');
        expect(Array.isArray(directives)).toBe(true);
      }),
    );
  });

  it('reads back what was written with quotes', () => {
    const word = fc.stringMatching(/^[ -~]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const quoted = words.map((text) => `"${text.replace(/[\\"]/g, '\\$&')}"`);
        const { directives } = parseNginx(`name ${quoted.join(' ')};`, 'f');
        expect(directives[0]?.args).toEqual(words);
      }),
    );
  });
});
