import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carveGuide } from './carve-guide.ts';
import type { CarvedFile, CarvedGuide } from './types.ts';

const carve = (text: string): CarvedGuide => carveGuide({ id: 'g1', path: 'docs/guide.md', text });
const files = (text: string): readonly CarvedFile[] => carve(text).files;
const aside = (text: string): string[] => carve(text).setAside.map((one) => one.code);
const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\n';
const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

describe('carveGuide', () => {
  it.each([
    ['-f - <<EOF', `kubectl apply -f - <<EOF\n${CONFIG}EOF\n`],
    ['-f- <<EOF', `kubectl apply -f- <<EOF\n${CONFIG}EOF\n`],
    ['a quoted delimiter', `kubectl apply -f- <<'EOF'\n${CONFIG}EOF\n`],
    ['a delimiter in double quotes', `kubectl apply -f - <<"END"\n${CONFIG}END\n`],
    ['an escaped delimiter', `kubectl apply -f - <<\\EOF\n${CONFIG}EOF\n`],
    ['the heredoc before the flag', `kubectl apply <<EOF -f -\n${CONFIG}EOF\n`],
    ['cat and a pipe', `cat <<EOF | kubectl apply -f -\n${CONFIG}EOF\n`],
    [
      'a pipe that goes on in the next line',
      `cat <<EOF | \\\n  kubectl apply -f -\n${CONFIG}EOF\n`,
    ],
    ['a command over two lines', `kubectl apply \\\n  -f - <<EOF\n${CONFIG}EOF\n`],
    ['kubectl create', `kubectl create -f - <<EOF\n${CONFIG}EOF\n`],
    ['a prompt', `$ kubectl apply -f - <<EOF\n${CONFIG}EOF\n`],
    ['sudo and a path', `sudo /usr/local/bin/kubectl apply -f - <<EOF\n${CONFIG}EOF\n`],
    ['tabs taken off by <<-', `kubectl apply -f - <<-EOF\n${indented(CONFIG, '\t')}\tEOF\n`],
    ['indentation', indented(`kubectl apply -f - <<EOF\n${CONFIG}EOF\n`, '    ')],
    ['a Markdown fence', `# How\n\n\`\`\`yaml\nkubectl apply -f - <<EOF\n${CONFIG}EOF\n\`\`\`\n`],
    [
      'a fence in a list',
      `1. Do this\n\n${indented(`\`\`\`shell\nkubectl apply -f - <<EOF\n${CONFIG}EOF\n\`\`\``, '   ')}\n`,
    ],
    ['a fenced manifest', `Save this:\n\n~~~yaml\n---\n# comment\n${CONFIG}~~~\n`],
    ['a manifest in running text', `Save the following text.\n\n${CONFIG}\nThen go on.\n`],
    [
      'an indented code block',
      `Save this:\n\n${indented(CONFIG, '    ')}\nThen go on: see below.\n`,
    ],
  ])('takes the manifest out of %s', (_form, text) => {
    const [file, ...others] = files(text);
    expect(others).toEqual([]);
    expect(file?.text.replace(/^---\n# comment\n/, '').trimEnd()).toBe(CONFIG.trimEnd());
    expect(file?.path).toBe('docs/guide/1-app.yaml');
    expect(carve(text).setAside).toEqual([]);
  });

  it('keeps where the text came from', () => {
    const text = `Intro.\n\nkubectl apply -f - <<EOF\n${CONFIG}EOF\nOutro.\n`;
    const range = files(text)[0]?.origin.range;
    expect(text.slice(range?.start, range?.end)).toBe(`kubectl apply -f - <<EOF\n${CONFIG}EOF`);
  });

  it.each([
    ['-n shop', 'shop'],
    ['-nshop', 'shop'],
    ['--namespace shop', 'shop'],
    ['--namespace=shop', 'shop'],
    ['--context c -n shop', 'shop'],
    ['-n $NS', undefined],
  ])('takes the namespace from kubectl %s', (flags, namespace) => {
    const [file] = files(`kubectl ${flags} apply -f - <<EOF\n${CONFIG}EOF\n`);
    expect(file?.defaultNamespace).toBe(namespace);
  });

  it('knows variables that the guide sets itself', () => {
    const [file] = files(
      `export NS="shop"\nHOST=app.example.com\nkubectl apply -n $NS -f - <<EOF\n${CONFIG}data: {host: $HOST, other: "$GONE"}\nEOF\n`,
    );
    expect(file?.defaultNamespace).toBe('shop');
    expect(file?.text).toContain('data: {host: app.example.com, other: ""}');
    expect(file?.heredoc?.expansions.map((one) => one.kind)).toEqual(['replaced', 'vanished']);
  });

  it('expands an unquoted heredoc and says what vanished', () => {
    const body = `${CONFIG}data:\n  nginx.conf: |\n    log_format x '$remote_addr';\n    # \\$kept \${also:-default}\n`;
    const guide = carve(`kubectl apply -f - <<END\n${body}END\n`);
    expect(guide.files[0]?.text).toContain("    log_format x '';\n    # $kept default\n");
    expect(guide.findings).toMatchObject([
      {
        code: 'WORKSPACE-HEREDOC-EXPANDED',
        severity: 'warning',
        subject: { kind: 'file', fileId: 'g1' },
        params: { vanished: '$remote_addr', delimiter: 'END', count: '1' },
        evidence: {
          expected: { value: "log_format x '$remote_addr';" },
          found: { value: "log_format x '';" },
        },
      },
    ]);
  });

  it('leaves a quoted heredoc as it stands', () => {
    const guide = carve(`kubectl apply -f - <<'END'\n${CONFIG}data: {a: "$x"}\nEND\n`);
    expect(guide.files[0]?.text).toBe(`${CONFIG}data: {a: "$x"}\n`);
    expect(guide.findings).toEqual([]);
  });

  it('reports commands in the text and text that stops the shell', () => {
    const guide = carve(
      `kubectl apply -f - <<EOF\n${CONFIG}data: {a: "$(date)", b: "\${.Values}"}\nEOF\n`,
    );
    expect(guide.files[0]?.text).toBe(`${CONFIG}data: {a: "$(date)", b: "\${.Values}"}\n`);
    expect(guide.findings.map((one) => [one.code, one.severity, one.params.changed])).toEqual([
      ['WORKSPACE-HEREDOC-COMMAND', 'warning', '$(date)'],
      ['WORKSPACE-HEREDOC-STOPS', 'error', '${.Values}'],
    ]);
  });

  it('does not take a variable for unset that holds the output of a command', () => {
    const guide = carve(
      `export HOST=$(kubectl get svc)\nkubectl apply -f - <<EOF\n${CONFIG}data: {a: "$HOST"}\nEOF\n`,
    );
    expect(guide.files[0]?.text).toContain('data: {a: "$HOST"}');
    expect(guide.findings.map((one) => [one.code, one.params.changed])).toEqual([
      ['WORKSPACE-HEREDOC-COMMAND', '$HOST'],
    ]);
  });

  it('follows the namespace of the context and of a later apply', () => {
    const other = CONFIG.replace('app', 'other');
    const text =
      'kubectl config set-context --current --namespace=shop\n' +
      `kubectl apply -f - <<EOF\n${CONFIG}EOF\ncat <<EOF > b.yaml\n${other}EOF\nkubectl apply -n edge -f b.yaml\n`;
    expect(files(text).map((file) => file.defaultNamespace)).toEqual(['shop', 'edge']);
  });

  it('reads what was typed behind prompts', () => {
    const typed = `$ kubectl apply -f - <<EOF\n${CONFIG.replace(/^(?=.)/gm, '> ')}> EOF\nconfigmap/app created\n`;
    expect(files(typed).map((file) => file.text)).toEqual([CONFIG]);
  });

  it('names files after the file that the guide writes and does not miss it later', () => {
    const text = `cat <<'EOF' > certs/My_Policy.yaml\n${CONFIG}EOF\nkubectl apply -f certs/My_Policy.yaml\n`;
    expect(files(text).map((file) => file.path)).toEqual(['docs/guide/1-my-policy.yaml']);
    expect(aside(text)).toEqual([]);
    expect(files(`cat <<EOF | tee x.yaml\n${CONFIG}EOF\n`)[0]?.path).toBe('docs/guide/1-x.yaml');
  });

  it('ends a heredoc at the delimiter that stands as far left as the command', () => {
    const script = `${CONFIG}data:\n  run.sh: |\n    cat <<EOF\n    x\n    EOF\n`;
    expect(files(`kubectl apply -f - <<EOF\n${script}EOF\n`).map((file) => file.text)).toEqual([
      script,
    ]);
    const sloppy = `kubectl apply -f - <<EOF\n${CONFIG}  EOF\nmore\n`;
    expect(files(sloppy).map((file) => file.text)).toEqual([CONFIG]);
  });

  it('does not look for heredocs inside a manifest', () => {
    const script = `${CONFIG}data:\n  run.sh: |\n    kubectl apply -f - <<EOF\n    kind: Secret\n    apiVersion: v1\n    EOF\n`;
    expect(files(`\`\`\`yaml\n${script}\`\`\`\n`).map((file) => file.text)).toEqual([script]);
  });

  it.each([
    ['kubectl delete -f - <<EOF\n' + CONFIG + 'EOF\n', 'WORKSPACE-GUIDE-DELETES'],
    ['cat > openssl.cnf <<EOF\n[req]\nprompt = no\nEOF\n', 'WORKSPACE-GUIDE-OTHER-FILE'],
    ['kubectl apply -f https://example.com/x.yaml\n', 'WORKSPACE-GUIDE-URL'],
    ['kubectl apply -f nginx.yaml -n shop\n', 'WORKSPACE-GUIDE-FILE'],
    ['kubectl apply -k overlays/prod\n', 'WORKSPACE-GUIDE-FILE'],
    ['helm template x ./chart | kubectl apply -f -\n', 'WORKSPACE-GUIDE-FILE'],
    [
      "echo 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}' | kubectl apply -f -\n",
      'WORKSPACE-GUIDE-NOT-TAKEN',
    ],
    ['> apiVersion: v1\n> kind: Secret\n> metadata: {name: a}\n', 'WORKSPACE-GUIDE-NOT-TAKEN'],
    ['```diff\n+apiVersion: v1\n+kind: Secret\n```\n', 'WORKSPACE-GUIDE-NOT-TAKEN'],
    ['kubectl create namespace shop\n', 'WORKSPACE-GUIDE-CREATES'],
    [
      "kubectl patch service app --type=json -p '\n- op: add\n  path: /x\n'\n",
      'WORKSPACE-GUIDE-CHANGES',
    ],
    ['openssl req -x509 -newkey rsa:2048 -keyout a.key -out a.crt\n', 'WORKSPACE-GUIDE-MAKES-KEYS'],
    [
      '```yaml\n' + CONFIG + '  uid: 1\n  resourceVersion: "7"\nstatus: {}\n```\n',
      'WORKSPACE-GUIDE-OUTPUT',
    ],
    ['```yaml\napiVersion: v1\nkind: Secret\nmetadata:\n  ...\n```\n', 'WORKSPACE-GUIDE-NOT-TAKEN'],
    [
      '```yaml\napiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .x }}\n```\n',
      'WORKSPACE-GUIDE-NOT-TAKEN',
    ],
    [
      '```sh\nkubectl apply -f - <<EOF\nkind: Secret\n```\n\nMore prose.\n',
      'WORKSPACE-HEREDOC-OPEN',
    ],
  ])('sets %j aside', (text, code) => {
    expect(aside(text)).toEqual([code]);
    expect(files(text)).toEqual([]);
  });

  it('says what a command would create and from which files', () => {
    const text = 'kubectl create secret tls app-tls -n shop --cert=tls.crt --key tls.key\n';
    expect(carve(text).setAside).toMatchObject([
      {
        code: 'WORKSPACE-GUIDE-CREATES-DATA',
        guideId: 'g1',
        path: 'docs/guide.md',
        reason:
          'kubectl create secret tls would create Secret app-tls of type kubernetes.io/tls in namespace shop from tls.crt and tls.key; the guide does not hold that.',
        range: { start: 0, end: text.length - 1 },
      },
    ]);
  });

  it('never repeats the value of a literal', () => {
    const text =
      'kubectl create secret generic pw --from-literal=password=hunter2 --from-file=ca.crt=./ca.pem\n';
    const [entry] = carve(text).setAside;
    expect(JSON.stringify(entry)).not.toContain('hunter2');
    expect(entry?.params.inputs).toBe('the value of password and ./ca.pem');
  });

  it.each([
    'Use `kubectl create secret tls` for that. kubectl apply is fine, too.\n',
    '```text\nName:         backend-tls\nAPI Version:  gateway.networking.k8s.io/v1\nKind:         BackendTLSPolicy\n```\n',
    '```\nNAME    READY   STATUS\nnginx   1/1     Running\n```\n',
    '```html\n<html><head><title>400</title></head></html>\n```\n',
    '```shell\ncurl -vi http://localhost/ -H "host: a"\nkubectl get pods -o yaml\n```\n',
    '```json\n{"args": {}, "kind": "none"}\n```\n',
    'kind: words are not enough\n',
    'std::cout << EOF_MARKER;\n',
    '---\ntitle: Guide\nkind: how-to\n---\n\nText.\n',
  ])('makes nothing of %j', (text) => {
    expect(carve(text)).toEqual({ files: [], findings: [], setAside: [] });
  });

  it('never throws and never takes the same place twice', () => {
    const piece = fc.constantFrom(
      ...[
        'kubectl apply -f - <<EOF\n',
        'EOF\n',
        '```yaml\n',
        '```\n',
        'apiVersion: v1\n',
        'kind: A\n',
      ],
      ...[
        'metadata: {name: a}\n',
        'prose\n',
        '    ',
        '\t',
        '$x',
        '${',
        '$(',
        '`',
        "'",
        '"',
        '\\',
        '\n',
      ],
      ...[
        'cat <<-X | tee a\n',
        'X\n',
        '---\n',
        '{{',
        '- ',
        '# h\n',
        '\r\n',
        'openssl req -out "a\n',
        '> ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const guide = carve(text);
        let position = 0;
        for (const { origin } of guide.files) {
          expect(origin.range.start).toBeGreaterThanOrEqual(position);
          position = origin.range.end;
        }
        expect(position).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });
});
