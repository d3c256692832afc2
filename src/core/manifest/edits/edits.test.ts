import { describe, expect, it } from 'vitest';
import type { FieldPath, TextEdit } from '../../model/index.ts';
import { applyEdits } from '../../source/index.ts';
import { parseFile } from '../parse-file.ts';
import type { ManifestObject, ParsedFile } from '../types.ts';
import { appendDocument, manifestText, removeDocument, removeObject } from './documents.ts';
import { removeItem, removeItemsFrom, removeKey } from './remove-field.ts';
import { appendItem, insertKey, setScalar } from './set-field.ts';

const HEAD = 'apiVersion: v1\nkind: X\nmetadata:\n  name: a\n';
const parse = (text: string): ParsedFile =>
  parseFile({ id: 'f', path: 'f.yaml', text }, { defaultNamespace: 'default' });

/** Applies an edit of the last object of a text. */
function after(text: string, edit: (object: ManifestObject) => readonly TextEdit[]): string {
  const object = parse(text).objects.at(-1);
  if (object === undefined) throw new Error('the text of this test has no object');
  return applyEdits(text, edit(object));
}

const set =
  (...path: FieldPath) =>
  (value: string | number | boolean) =>
  (object: ManifestObject) =>
    setScalar(object, path, value);

describe('setScalar', () => {
  it.each([
    ['plain', 'a: one # c\n', 'two', 'a: two # c\n'],
    ['double quotes', 'a: "one"\n', 'two', 'a: "two"\n'],
    ['single quotes', "a: 'one'\n", "it's", "a: 'it''s'\n"],
    ['text that needs quotes', 'a: one\n', 'no', 'a: "no"\n'],
    ['a number', 'a: one\n', 8443, 'a: 8443\n'],
    ['a missing value', 'a:\nb: 1\n', 'x', 'a: x\nb: 1\n'],
    ['a missing value with a comment', 'a: # c\nb: 1\n', 'x', 'a: x # c\nb: 1\n'],
    ['a value in braces', '{a: one, b: 1}\n', 'x, y', '{a: "x, y", b: 1}\n'],
    ['an anchor', 'a: &x one\nb: *x\n', 'two', 'a: &x two\nb: *x\n'],
    ['an alias', 'b: &x one\na: *x\n', 'two', 'b: &x one\na: two\n'],
    ['a map', 'a:\n  b: 1\n  c: 2\nd: 1\n', 'x', 'a: x\nd: 1\n'],
    ['a block by a block', 'a: |\n    one\n\n    two\nb: 1\n', 'x\ny\n', 'a: |\n  x\n  y\nb: 1\n'],
    [
      'a block by one that begins with blanks',
      'a: |\n  one\n',
      '\n  x\ny\n',
      'a: |2\n\n    x\n  y\n',
    ],
    ['a block without end', 'a: |-\n  one', 'x\ny\n', 'a: |\n  x\n  y\n'],
    ['a plain text by lines', 'a: one\nb: 1\n', 'x\ny', 'a: |-\n  x\n  y\nb: 1\n'],
    ['lines beside a comment', 'a: one # c\n', 'x\ny', 'a: "x\\ny" # c\n'],
    ['a block by a word', 'a: |\n  one\n\nb: 1\n', 'x', 'a: x\n\nb: 1\n'],
  ])('replaces %s', (_what, before, value, expected) => {
    const text = before.startsWith('{') ? `${HEAD}spec: ${before}` : HEAD + before;
    const path = before.startsWith('{') ? ['spec', 'a'] : ['a'];
    const wanted = before.startsWith('{') ? `${HEAD}spec: ${expected}` : HEAD + expected;
    expect(after(text, set(...path)(value))).toBe(wanted);
  });

  it('exchanges a certificate and nothing else, CRLF and byte order mark included', () => {
    const before = `\uFEFF# head\r\n${HEAD}data:\r\n  # old\r\n  ca.crt: |\r\n    -----BEGIN\r\n    AAAA\r\n    -----END\r\n  other: "x"   # keep\r\n`;
    const edited = after(before, set('data', 'ca.crt')('-----BEGIN\nBBBB\n-----END\n'));
    expect(edited).toBe(before.replace('AAAA', 'BBBB'));
  });

  it('adds the maps that lead to a new field', () => {
    expect(after(HEAD, set('spec', 'tls', 'sni')('a.example'))).toBe(
      `${HEAD}spec:\n  tls:\n    sni: a.example\n`,
    );
    expect(after(`${HEAD}spec:\n`, set('spec', 'sni')('x'))).toBe(`${HEAD}spec:\n  sni: x\n`);
  });

  it('does not touch what an alias or a merge key shares', () => {
    const text = `${HEAD}x: &x {a: one}\nb: *x\nc:\n  <<: *x\n`;
    expect(after(text, set('b', 'a')('two'))).toBe(text);
    expect(after(text, set('c', 'a')('two'))).toBe(text);
  });

  it('keeps JSON JSON', () => {
    const text =
      '{\n  "apiVersion": "v1",\n  "kind": "X",\n  "metadata": {\n    "name": "a"\n  }\n}\n';
    expect(after(text, set('metadata', 'namespace')('b'))).toBe(
      text.replace('"a"\n', '"a",\n    "namespace": "b"\n'),
    );
    expect(after(text, (object) => insertKey(object, [], 'spec', { a: [1] }))).toBe(
      text.replace('}\n}', '},\n  "spec": {\n    "a": [\n      1\n    ]\n  }\n}'),
    );
  });
});

describe('insertKey and appendItem', () => {
  it.each<[string, string, FieldPath, string, string]>([
    [
      'behind the last key',
      'spec:\n  a: 1 # c\n\n# end\n',
      ['spec'],
      'b',
      'spec:\n  a: 1 # c\n  b: new\n\n# end\n',
    ],
    ['without last line end', 'spec:\n  a: 1', ['spec'], 'b', 'spec:\n  a: 1\n  b: new'],
    [
      'behind a block',
      'spec:\n  a: |\n    x\n\nz: 1\n',
      ['spec'],
      'b',
      'spec:\n  a: |\n    x\n  b: new\n\nz: 1\n',
    ],
    ['in a list item', 'l:\n- a: 1\n- a: 2\n', ['l', 0], 'b', 'l:\n- a: 1\n  b: new\n- a: 2\n'],
    ['in braces', 'spec: {a: 1}\n', ['spec'], 'b', 'spec: {a: 1, b: new}\n'],
    ['in the place of empty braces', 'spec: {}\n', ['spec'], 'b', 'spec:\n  b: new\n'],
    [
      'in empty braces within braces',
      'x: {spec: {}}\n',
      ['x', 'spec'],
      'b',
      'x: {spec: {b: new}}\n',
    ],
    [
      'where four columns are the rule',
      'spec:\n    a:\n        c: 1\n',
      ['spec', 'a'],
      'b',
      'spec:\n    a:\n        c: 1\n        b: new\n',
    ],
  ])('adds a key %s', (_where, before, parent, key, expected) => {
    const edited = after(HEAD + before, (object) => insertKey(object, parent, key, 'new'));
    expect(edited).toBe(HEAD + expected);
  });

  it('writes a certificate behind another one as lines, not as one quoted text', () => {
    const before = `${HEAD}data:\n  a.crt: |\n    AAAA\n    BBBB\nz: 1\n`;
    const edited = after(before, (object) => insertKey(object, ['data'], 'b.crt', 'CCCC\nDDDD\n'));
    expect(edited).toBe(before.replace('z: 1', '  b.crt: |\n    CCCC\n    DDDD\nz: 1'));
  });

  it('writes maps and lists in the manner of the file', () => {
    const ref = [{ group: '', kind: 'Service', name: 'a' }];
    const flush = `${HEAD}list:\n- x\n`;
    const deep = `${HEAD}list:\n  - x\n`;
    const add = (object: ManifestObject): readonly TextEdit[] =>
      insertKey(object, ['spec'], 'targetRefs', ref);
    expect(after(flush, add)).toBe(
      `${flush}spec:\n  targetRefs:\n  - group: ""\n    kind: Service\n    name: a\n`,
    );
    expect(after(deep, add)).toBe(
      `${deep}spec:\n  targetRefs:\n    - group: ""\n      kind: Service\n      name: a\n`,
    );
  });

  it.each([
    ['l:\n- a\n- b # c\nz: 1\n', 'l:\n- a\n- b # c\n- x: 1\n  z: 2\nz: 1\n'],
    ['l:\n  - a: |\n      t\n', 'l:\n  - a: |\n      t\n  - x: 1\n    z: 2\n'],
    ['l: [a]\n', 'l: [a, { x: 1, z: 2 }]\n'],
    ['l: []\n', 'l:\n  - x: 1\n    z: 2\n'],
    ['l:\n', 'l:\n  - x: 1\n    z: 2\n'],
    ['', 'l:\n  - x: 1\n    z: 2\n'],
  ])('adds an item to %j', (before, expected) => {
    const edited = after(HEAD + before, (object) => appendItem(object, ['l'], { x: 1, z: 2 }));
    expect(edited).toBe(HEAD + expected);
  });
});

describe('removeKey and removeItem', () => {
  it.each<[string, FieldPath, string]>([
    ['a: 1\n# above\nb: 2 # beside\nc: 3\n', ['b'], 'a: 1\n# above\nc: 3\n'],
    ['a: |\n  x\n  y\n\nb: 2\n', ['a'], '\nb: 2\n'],
    ['m:\n  a: 1\nb: 2', ['b'], 'm:\n  a: 1\n'],
    ['m:\n  # why\n  a: 1 # c\nb: 2\n', ['m', 'a'], 'm:\n  # why\n  {} # c\nb: 2\n'],
    ['m: {a: 1, b: 2}\n', ['m', 'a'], 'm: {b: 2}\n'],
    ['m: {a: 1, b: 2}\n', ['m', 'b'], 'm: {a: 1}\n'],
    ['m: {a: 1,}\n', ['m', 'a'], 'm: {}\n'],
    ['l:\n- k: 1\n  m: 2\n- k: 3\n', ['l', 0, 'k'], 'l:\n- m: 2\n- k: 3\n'],
    ['l:\n- n: 1\n  m: 2\n- n: 3\n', ['l', 0], 'l:\n- n: 3\n'],
    ['l:\n- n: 1\n  m: 2\n- n: 3\n', ['l', 1], 'l:\n- n: 1\n  m: 2\n'],
    ['l:\n- n: 1\nz: 1\n', ['l', 0], 'l:\n  []\nz: 1\n'],
    ['l: [a, b]\n', ['l', 1], 'l: [a]\n'],
    ['l:\n- - a\n  - b\n', ['l', 0, 0], 'l:\n- - b\n'],
    ['a: 1\n', ['gone'], 'a: 1\n'],
  ])('takes a field out of %j', (before, path, expected) => {
    const remove = typeof path.at(-1) === 'number' ? removeItem : removeKey;
    expect(after(HEAD + before, (object) => remove(object, path))).toBe(HEAD + expected);
  });
});

describe('removeItemsFrom', () => {
  it.each<[string, string]>([
    ['l:\n- n: 1 # one\n- n: 2\n# above\n- n: 3\nz: 1\n', 'l:\n- n: 1 # one\n# above\nz: 1\n'],
    ['l: [a, b, c] # c\n', 'l: [a] # c\n'],
    ['l:\n- a\n', 'l:\n- a\n'],
    ['l: none\n', 'l: none\n'],
  ])('leaves the first item of %j', (before, expected) => {
    expect(after(HEAD + before, (object) => removeItemsFrom(object, ['l'], 1))).toBe(
      HEAD + expected,
    );
  });
});

describe('documents', () => {
  const one = HEAD;
  const two = HEAD.replace('name: a', 'name: b');

  it.each([
    [`${one}---\n${two}`, 0, two],
    [`${one}---\n${two}`, 1, one],
    [`---\n${one}---\n${two}`, 0, `---\n${two}`],
    [`\uFEFF${one}--- # second\n${two}---\n# rest\n`, 1, `\uFEFF${one}---\n# rest\n`],
    [one, 0, ''],
    [one, 5, one],
  ])('removes a document of %j', (text, index, expected) => {
    expect(applyEdits(text, removeDocument(parse(text), index))).toBe(expected);
  });

  it('removes an object from the List that holds it', () => {
    const item = (name: string): string =>
      `- apiVersion: v1\n  kind: X\n  metadata: {name: ${name}}\n`;
    const text = `apiVersion: v1\nkind: List\nitems:\n${item('a')}${item('b')}`;
    const parsed = parse(text);
    const [first] = parsed.objects;
    const edits = first === undefined ? [] : removeObject(parsed, first);
    expect(applyEdits(text, edits)).toBe(`apiVersion: v1\nkind: List\nitems:\n${item('b')}`);
  });

  it.each([
    ['', 'a: 1\n'],
    ['\uFEFF', '\uFEFFa: 1\n'],
    ['x: 1', 'x: 1\n---\na: 1\n'],
    ['x: 1\r\n', 'x: 1\r\n---\r\na: 1\r\n'],
    ['x: 1\n---\n', 'x: 1\n---\na: 1\n'],
    ['{"x": 1}\n', '{"x": 1}\n{\n  "a": 1\n}\n'],
  ])('adds a document to %j', (text, expected) => {
    expect(applyEdits(text, appendDocument({ id: 'f', path: 'f', text }, { a: 1 }))).toBe(expected);
  });

  it('adds a document given as text as it is', () => {
    const file = { id: 'f', path: 'f', text: one };
    expect(applyEdits(one, appendDocument(file, `# why\n${two}`))).toBe(`${one}---\n# why\n${two}`);
    expect(applyEdits(one, appendDocument(file, `---\n${two}`))).toBe(`${one}---\n${two}`);
  });

  it('writes new objects plainly', () => {
    expect(
      manifestText({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'on', labels: {} },
        data: { 'ca.crt': '-----BEGIN\nAAAA\n-----END\n', port: '8443' },
        list: [{ a: 'no' }],
      }),
    ).toBe(
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: "on"\n  labels: {}\ndata:\n  ca.crt: |\n    -----BEGIN\n    AAAA\n    -----END\n  port: "8443"\nlist:\n- a: "no"\n',
    );
  });
});
