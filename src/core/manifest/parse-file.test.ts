import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkspaceFile } from '../model/index.ts';
import { createFileParser, parseFile } from './parse-file.ts';
import type { ParsedFile } from './types.ts';

const options = { defaultNamespace: 'default' };
const file = (text: string, more: Partial<WorkspaceFile> = {}): WorkspaceFile => ({
  id: 'f1',
  path: 'a.yaml',
  text,
  ...more,
});
const parse = (text: string): ParsedFile => parseFile(file(text), options);
const codes = (parsed: ParsedFile): string[] => parsed.findings.map((finding) => finding.code);
const statuses = (parsed: ParsedFile): string[] => parsed.documents.map((one) => one.status);
const named = (name: string, more = ''): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}`;

describe('parseFile', () => {
  it('gives each object its key, group, version and namespace', () => {
    const parsed = parse(
      [
        'apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata:\n  name: nginx\n  namespace: x\n',
        'apiVersion: v1\nkind: Service\nmetadata:\n  name: app\n  namespace: shop\n',
        'kind: Gateway\napiVersion: gateway.networking.k8s.io/v1beta1\nmetadata: {name: gw}\n',
      ].join('---\n'),
    );
    expect(parsed.objects.map((one) => [one.id, one.key, one.group, one.version])).toEqual([
      ['f1#0', 'gateway.networking.k8s.io/GatewayClass//nginx', 'gateway.networking.k8s.io', 'v1'],
      ['f1#1', '/Service/shop/app', '', 'v1'],
      [
        'f1#2',
        'gateway.networking.k8s.io/Gateway/default/gw',
        'gateway.networking.k8s.io',
        'v1beta1',
      ],
    ]);
    expect(codes(parsed)).toEqual([]);
  });

  it('takes the namespace of the command before the default one, and reports a contradiction', () => {
    const parsed = parseFile(
      file(`${named('a')}---\n${named('b', '  namespace: other\n')}`, { defaultNamespace: 'shop' }),
      options,
    );
    expect(parsed.objects.map((one) => one.namespace)).toEqual(['shop', 'other']);
    expect(parsed.findings).toMatchObject([
      {
        code: 'MANIFEST-NAMESPACE-MISMATCH',
        subject: { kind: 'object', objectId: 'f1#1' },
        params: { object: 'ConfigMap b', wanted: 'shop', found: 'other' },
      },
    ]);
  });

  it('reads the items of a List, of a typed list and of a list in a list as objects', () => {
    const item = (name: string): string =>
      `- apiVersion: v1\n  kind: Service\n  metadata:\n    name: ${name}\n`;
    const parsed = parse(
      `apiVersion: v1\nkind: List\nitems:\n${item('a')}${item('b')}---\n` +
        'apiVersion: v1\nkind: SecretList\nitems: []\n---\n' +
        'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items:\n  - {apiVersion: v1, kind: Secret, metadata: {name: c}}\n',
    );
    expect(statuses(parsed)).toEqual(['list', 'list', 'list']);
    expect(parsed.objects.map((one) => [one.id, one.key])).toEqual([
      ['f1#0.0', '/Service/default/a'],
      ['f1#0.1', '/Service/default/b'],
      ['f1#2.0.0', '/Secret/default/c'],
    ]);
    const second = parsed.objects[1];
    const range = second?.rangeOf(['metadata', 'name']).value ?? { start: 0, end: 0 };
    expect(parsed.file.text.slice(range.start, range.end)).toBe('b');
    expect(parsed.file.text.slice(second?.range.start, second?.range.end)).toBe(
      'apiVersion: v1\n  kind: Service\n  metadata:\n    name: b',
    );
  });

  it('keeps the other documents of a file when one of them is broken, a template or no object', () => {
    const parsed = parse(
      [
        named('first'),
        'apiVersion: v1\nkind: Secret\n  metadata: {}\n',
        'apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Release.Name }}-tls\n',
        'replicas: 2\n',
        '# nothing but a comment\n',
        named('last'),
      ].join('---\n'),
    );
    expect(statuses(parsed)).toEqual([
      'object',
      'syntax-error',
      'template',
      'not-kubernetes',
      'empty',
      'object',
    ]);
    expect(parsed.objects.map((one) => one.name)).toEqual(['first', 'last']);
    expect(parsed.findings.map((one) => [one.code, one.severity, one.params.line, one.id])).toEqual(
      [
        ['MANIFEST-SYNTAX', 'error', '7', 'MANIFEST-SYNTAX@f1#1'],
        ['MANIFEST-TEMPLATE', 'warning', '13', 'MANIFEST-TEMPLATE@f1#2'],
        ['MANIFEST-NOT-KUBERNETES', 'warning', '15', 'MANIFEST-NOT-KUBERNETES@f1#3'],
      ],
    );
  });

  it.each([
    ['name: {{ .Values.name }}', 'template'],
    ['name: app-{{ .Release.Name }}', 'template'],
    ['name: "{{ .Release.Name }}"', 'template'],
    ["name: a\n  annotations: {alert: '{{ $labels.job }} is down'}", 'object'],
    ['name: a\ndata:\n  tpl: |\n    Hello {{ .Name }}', 'object'],
    ['name: a\n{{- if .Values.tls }}\n  labels: {a: b}\n{{- end }}', 'template'],
    ['name: a\n{% if tls %}\n  labels: {a: b}\n{% endif %}', 'template'],
  ])('tells templates from text with braces: %s', (metadata, status) => {
    const parsed = parse(`apiVersion: v1\nkind: ConfigMap\nmetadata:\n  ${metadata}\n`);
    expect(statuses(parsed)).toEqual([status]);
  });

  it('points at tabs, one finding for a document', () => {
    const text = `${named('ok')}---\napiVersion: v1\nkind: Secret\nmetadata:\n\tname: a\n\tlabels: {}\n`;
    const parsed = parse(text);
    expect(parsed.findings).toMatchObject([
      { code: 'MANIFEST-TAB-INDENT', params: { lines: '2', line: '9' } },
    ]);
    const range = parsed.findings[0]?.at?.range;
    expect(text.slice(range?.start, range?.end)).toBe('\t');
  });

  it('takes the last of two equal keys and says so at the first', () => {
    const parsed = parse(named('a', 'data:\n  k: one\n  k: two\n'));
    expect(parsed.objects[0]?.value.data).toEqual({ k: 'two' });
    expect(parsed.findings).toMatchObject([
      { code: 'MANIFEST-DUPLICATE-KEY', params: { key: 'k', line: '6', relatedLine: '7' } },
    ]);
    const range = parsed.objects[0]?.rangeOf(['data', 'k']).value;
    expect(parsed.file.text.slice(range?.start, range?.end)).toBe('two');
  });

  it.each([
    ['kind: Secret\nmetadata: {name: a}\n', 'MANIFEST-NO-API-VERSION'],
    ['apiVersion: v1\nmetadata: {name: a}\n', 'MANIFEST-NO-KIND'],
    ['apiVersion: v1\nkind: Secret\n', 'MANIFEST-NO-NAME'],
    ['apiVersion: v1\nkind: Secret\nmetadata: {name: 12}\n', 'MANIFEST-NO-NAME'],
    ['apiVersion: v1\nkind: Secret\nmetadata: {generateName: a-}\n', 'MANIFEST-GENERATE-NAME'],
    ['apiVersion: v1\nkind: List\nitems: {a: b}\n', 'MANIFEST-LIST-ITEMS'],
    ['apiVersion: v1\nkind: List\nitems: [text]\n', 'MANIFEST-NOT-KUBERNETES'],
    ['just some words\n', 'MANIFEST-NOT-KUBERNETES'],
    ['- a\n- b\n', 'MANIFEST-NOT-KUBERNETES'],
    [
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
      'MANIFEST-NOT-KUBERNETES',
    ],
    ['apiVersion: v1\nkind: Config\nclusters: []\n', 'MANIFEST-NOT-KUBERNETES'],
    ['a: *gone\n', 'MANIFEST-ALIAS-UNRESOLVED'],
    ['a: &x [*x]\n', 'MANIFEST-ALIAS-UNRESOLVED'],
    ['a: .inf\n', 'MANIFEST-NOT-JSON'],
    ['a: !!int x\n', 'MANIFEST-SYNTAX'],
    ['a: {<<: 1}\n', 'MANIFEST-SYNTAX'],
    ['? {a: b}\n: c\n', 'MANIFEST-MAP-KEY'],
    ['a: "open\n', 'MANIFEST-SYNTAX'],
    [`${named('a')}...\nmore: text\n`, 'MANIFEST-AFTER-END'],
  ])('reports %j', (text, code) => {
    expect(codes(parse(text))).toEqual([code]);
  });

  it.each([
    ['lists in brackets', `a: ${'['.repeat(300)}${']'.repeat(300)}\n`],
    ['open brackets', '['.repeat(100_000)],
    ['open maps', '{a: '.repeat(100_000)],
    ['compact lists', '- '.repeat(100_000)],
    ['compact keys', '? '.repeat(100_000)],
    ['ever deeper lines', Array.from({ length: 1500 }, (_, n) => `${' '.repeat(n)}a:\n`).join('')],
  ])('refuses %s that stand inside each other too often', (_what, text) => {
    expect(codes(parse(text))).toEqual(['MANIFEST-DEPTH']);
  });

  it('does not count brackets that stand in text', () => {
    const parsed = parse(named('a', `data:\n  log: |\n    ${'[ { '.repeat(2000)}\n`));
    expect(statuses(parsed)).toEqual(['object']);
  });

  it('reads brackets whose lines stand as far left as their key, as kubectl does', () => {
    const text = named('a', 'list: [\na, # c]\n"b #]",\n{c: 1,\nd: 2}\n]\nlast: {\n\t"x": 1\n}\n');
    const [object, ...others] = parse(text).objects;
    expect(others).toEqual([]);
    expect(object?.value.list).toEqual(['a', 'b #]', { c: 1, d: 2 }]);
    expect(object?.value.last).toEqual({ x: 1 });
    const range = object?.rangeOf(['list', 2, 'd']).pair;
    expect(text.slice(range?.start, range?.end)).toBe('d: 2');
  });

  it('stops an alias bomb', () => {
    const level = (n: number): string =>
      `l${n}: &l${n} [${Array.from({ length: 9 }, () => `*l${n - 1}`).join(', ')}]\n`;
    const bomb = `l0: &l0 [a, a, a]\n${[1, 2, 3, 4, 5, 6, 7, 8].map(level).join('')}`;
    const parsed = parse(bomb);
    expect(codes(parsed)).toEqual(['MANIFEST-ALIAS-LIMIT']);
    expect(statuses(parsed)).toEqual(['syntax-error']);
  });

  it('resolves aliases and merge keys, explicit keys first', () => {
    const parsed = parse(
      named(
        'a',
        'data: &d {x: "1", z: "2"}\nmore:\n  <<: *d\n  z: own\nlist:\n  <<: [{x: first}, *d]\n',
      ),
    );
    expect(parsed.objects[0]?.value.more).toEqual({ x: '1', z: 'own' });
    expect(parsed.objects[0]?.value.list).toEqual({ x: 'first', z: '2' });
    const range = parsed.objects[0]?.rangeOf(['more', 'x']).value;
    expect(parsed.file.text.slice(range?.start, range?.end)).toBe('"1"');
  });

  it('reads JSON, one object or several, tabs included', () => {
    const one = '{\n\t"apiVersion": "v1",\n\t"kind": "Service",\n\t"metadata": {"name": "a"}\n}\n';
    const parsed = parse(one + one.replace('"a"', '"}{"'));
    expect(parsed.objects.map((object) => object.name)).toEqual(['a', '}{']);
    expect(codes(parsed)).toEqual([]);
  });

  it('reads a file with a byte order mark and CRLF, and notes both', () => {
    const text = `\uFEFF${named('a', 'data:\n  pem: |\n    one\n    two\n').replaceAll('\n', '\r\n')}`;
    const parsed = parse(text);
    expect(parsed.objects[0]?.value.data).toEqual({ pem: 'one\ntwo\n' });
    expect(codes(parsed)).toEqual(['MANIFEST-BYTE-ORDER-MARK', 'MANIFEST-CRLF']);
    expect(parsed.findings.every((finding) => finding.severity === 'note')).toBe(true);
    expect(parsed.documents[0]?.range).toEqual({ start: 1, end: text.length });
  });

  it('reads tagged scalars whatever their quotes', () => {
    const parsed = parse(named('a', 'x: !!float "1e3"\nz: !!str 12\nb: !!bool "no"\n'));
    expect(parsed.objects[0]?.value).toMatchObject({ x: 1000, z: '12', b: false });
  });

  it('gives the ranges of key, value and pair, and of the nearest ancestor of an absent field', () => {
    const text = named('a', 'data:\n  # why\n  key: |\n    x\n\nlast: [1, 2] # end\n');
    const object = parse(text).objects[0];
    const cut = (range: { start: number; end: number } | undefined): string =>
      text.slice(range?.start, range?.end);
    const data = object?.rangeOf(['data', 'key']);
    expect([cut(data?.key), cut(data?.value), cut(data?.pair)]).toEqual([
      'key',
      '|\n    x',
      'key: |\n    x',
    ]);
    expect(cut(object?.rangeOf(['last', 1]).value)).toBe('2');
    expect(cut(object?.rangeOf(['last']).pair)).toBe('last: [1, 2]');
    expect(cut(object?.rangeOf(['metadata', 'labels', 'x']).pair)).toBe('metadata:\n  name: a');
  });

  it('keeps names that JavaScript treats specially as plain fields', () => {
    const parsed = parse(named('a', 'data:\n  __proto__: x\n  constructor: z\n'));
    expect(Object.entries(parsed.objects[0]?.value.data ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'z'],
    ]);
  });

  it('never throws, and its documents never overlap', () => {
    const piece = fc.constantFrom(
      ...['a: b', '- ', '---', '\n', '  ', '{', '}', '[', ']', '"', "'", '*x', '&x ', '|', '>'],
      ...[
        '{{',
        '}}',
        '\t',
        '#c',
        '<<: ',
        '? ',
        ': ',
        'kind: A',
        'apiVersion: v1',
        '!!binary ',
        '%YAML',
      ],
      ...['...', '\r\n', '\uFEFF', '\u0000', 'metadata: {name: x}', '-----BEGIN', ','],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const parsed = parse(pieces.join(''));
        let position = 0;
        for (const { range } of parsed.documents) {
          expect(range.start).toBeGreaterThanOrEqual(position);
          position = range.end;
        }
        expect(position).toBeLessThanOrEqual(parsed.file.text.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('createFileParser', () => {
  it('gives the same answer warm and cold, and the same values for documents that did not change', () => {
    const parser = createFileParser();
    const before = parser(file(`${named('a')}---\n${named('b')}`), options);
    const edited = file(`# new\n${named('aa')}---\n${named('b')}`);
    const after = parser(edited, options);
    const cold = parseFile(edited, options);
    expect(JSON.stringify(after)).toBe(JSON.stringify(cold));
    expect(after.objects[1]?.value).toBe(before.objects[1]?.value);
    expect(after.objects[1]?.range).toEqual(cold.objects[1]?.range);
  });
});
