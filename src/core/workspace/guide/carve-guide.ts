import { parseFile } from '../../manifest/index.ts';
import type { Guide, SetAside, TextRange } from '../../model/index.ts';
import { workspaceWording, type WorkspaceFindingCode } from '../findings.ts';
import { carvedPath } from './carved-path.ts';
import { describeCommand } from './describe-command.ts';
import { expandHeredoc } from './expand-heredoc.ts';
import { expansionFindings } from './expansion-findings.ts';
import { readHeredocBody, type HeredocBody } from './heredoc-body.ts';
import { kubectlCommand, type KubectlCommand } from './kubectl-command.ts';
import { reasonNotToTake } from './reason-not-to-take.ts';
import { guideRegions, lineAt, linesOf, type GuideLine, type GuideRegion } from './regions.ts';
import { readShellCommand, type HeredocOperator, type ShellCommand } from './shell-command.ts';
import type { CarvedFile, CarvedGuide, CarvedHeredoc } from './types.ts';
import { dedent, indentOf, mentionsObject, startsManifest, yamlRun } from './yaml-run.ts';

/**
 * Takes the manifests out of a guide: heredocs that go to kubectl or into a file, fenced manifests, manifests that stand in
 * plain text. What looks like a manifest and was not taken, and commands that would create something, are set aside
 * with the reason; prose and printed output are left alone.
 *
 * Never throws. Sources: POSIX XCU §2.7.4, CommonMark §4.5.
 */
export function carveGuide(guide: Guide): CarvedGuide {
  return new Carver(guide).carve();
}

const COMMAND =
  /^\s*(?:[$#%>]\s+)?(?:sudo\s+(?:-\S+\s+)*)?(?:[A-Za-z_]\w*=\S*\s+)*(?:\S*\/)?(?:kubectl|oc|k|microk8s\.kubectl|cat|tee|envsubst|openssl|step|mkcert|cfssl|certtool|helm)\s/;
const HEREDOC = /(?:^|[^<])<<-?\s*\\?["']?[A-Za-z_]/;
const ASSIGNMENT =
  /^\s*(?:\$\s+)?(?:export\s+)?([A-Za-z_]\w*)=("[^"$`\\]*"|'[^']*'|[^\s"'$`\\<>(){}|;&]*)\s*$/;
const SHELL = new Set([
  '',
  'bash',
  'console',
  'sh',
  'shell',
  'shell-session',
  'zsh',
  'yaml',
  'terminal',
]);
const NOT_READ = { id: '', path: '' };

class Carver {
  private readonly guide: Guide;
  private readonly files: CarvedFile[] = [];
  private readonly setAside: SetAside[] = [];
  private readonly variables = new Map<string, string>();
  /** Names of the files that the guide itself writes. */
  private readonly written = new Set<string>();
  private readonly hasFences: boolean;
  private readonly regions: readonly GuideRegion[];

  constructor(guide: Guide) {
    this.guide = guide;
    this.regions = guideRegions(guide.text);
    this.hasFences = this.regions.some((region) => region.kind === 'fence');
  }

  carve(): CarvedGuide {
    for (const region of this.regions) this.readRegion(region);
    const findings = this.files.flatMap((file) => expansionFindings(this.guide, file));
    return { files: this.files, findings, setAside: this.setAside };
  }

  private readRegion(region: GuideRegion): void {
    const { range } = region;
    if (region.kind === 'fence' && this.isManifestFence(range)) {
      this.takeYaml(range, firstIndent(this.guide.text, range));
      return;
    }
    let at = range.start;
    while (at < range.end) at = this.readLine(lineAt(this.guide.text, at, range.end), region);
  }

  private isManifestFence(range: TextRange): boolean {
    for (const line of linesOf(this.guide.text, range)) {
      const text = line.text.trim();
      if (text === '' || text.startsWith('#') || text === '---') continue;
      const isYaml = /^["{]?\s*"?[A-Za-z][\w.-]*"?\s*:(?:\s|$)|^\{\s*$/.test(text);
      return isYaml && mentionsObject(this.guide.text.slice(range.start, range.end));
    }
    return false;
  }

  /** Reads what begins on this line and returns where to go on. */
  private readLine(line: GuideLine, region: GuideRegion): number {
    const isCommandPlace =
      region.kind === 'fence' || !this.hasFences || /^(?: {4}|\t)/.test(line.text);
    if (HEREDOC.test(line.text) || (isCommandPlace && COMMAND.test(line.text))) {
      const next = this.readCommand(line, region);
      if (next !== null) return next;
    }
    if (isCommandPlace && SHELL.has(region.language)) this.readAssignment(line.text);
    if (!startsManifest(line.text)) return line.next;
    const run = yamlRun(this.guide.text, line, region.range.end);
    if (!mentionsObject(this.guide.text.slice(run.start, run.end))) return line.next;
    this.takeYaml(run, indentOf(line.text));
    return lineAt(this.guide.text, run.end, region.range.end).next;
  }

  private readAssignment(text: string): void {
    const match = ASSIGNMENT.exec(text);
    if (match !== null)
      this.variables.set(match[1] ?? '', (match[2] ?? '').replace(/^["']|["']$/g, ''));
  }

  private readCommand(line: GuideLine, region: GuideRegion): number | null {
    const indent = indentOf(line.text);
    const prompt = /^\s*[$#%>]\s+/.exec(line.text)?.[0].length ?? indent;
    const command = readShellCommand(this.guide.text, line.start + prompt, region.range.end);
    const heredocs = command.commands.flatMap((one) => one.heredocs);
    if (heredocs.length === 0) {
      const range = { start: line.start + prompt, end: command.end };
      const note = describeCommand(command, this.written);
      if (note !== null) this.putAside(note.code, range, note.params);
      return command.next;
    }
    let at = command.next;
    for (const operator of heredocs) {
      const body = readHeredocBody(this.guide.text, at, region.range.end, operator, indent);
      const start = line.start + indent;
      if (!body.closed) return this.leaveOpen(command, operator, { start, end: command.end }, body);
      this.takeHeredoc({ command, operator, body, range: { start, end: body.range.end } });
      at = body.next;
    }
    return at;
  }

  /** Without its end line a heredoc never runs. What follows is read as plain text. */
  private leaveOpen(
    command: ShellCommand,
    { delimiter }: HeredocOperator,
    range: TextRange,
    body: HeredocBody,
  ): number {
    if (kubectlCommand(command) !== null || mentionsObject(body.text.slice(0, 2000))) {
      this.putAside('WORKSPACE-HEREDOC-OPEN', range, { delimiter });
    }
    return command.next;
  }

  private takeHeredoc(found: FoundHeredoc): void {
    const { command, operator, body, range } = found;
    const kubectl = kubectlCommand(command);
    const target = writtenFile(command);
    if (target !== null) this.written.add(target.slice(target.lastIndexOf('/') + 1));
    const verb = kubectl?.verb ?? '';
    if (verb === 'delete') {
      this.putAside('WORKSPACE-GUIDE-DELETES', range, { command: 'kubectl delete -f -' });
      return;
    }
    const { text, expansions } = operator.quoted
      ? { text: body.text, expansions: [] }
      : expandHeredoc(body.text, this.variables);
    const isApplied = ['apply', 'create', 'replace'].includes(verb);
    if (text.trim() === '' || (!isApplied && !mentionsObject(text))) {
      const params = { target: target ?? verb, delimiter: operator.delimiter };
      this.putAside('WORKSPACE-GUIDE-OTHER-FILE', range, params);
      return;
    }
    const heredoc = { delimiter: operator.delimiter, expansions, literal: body.text };
    this.addFile(text, range, {
      title: target ?? firstName(text),
      namespace: this.namespaceOf(kubectl),
      heredoc: operator.quoted ? null : heredoc,
    });
  }

  private namespaceOf(kubectl: KubectlCommand | null): string {
    return kubectl?.namespace === undefined
      ? ''
      : expandHeredoc(kubectl.namespace, this.variables).text;
  }

  /** A manifest that no command sends: taken when kubectl could apply it. */
  private takeYaml(range: TextRange, indent: number): void {
    const { text } = dedent(this.guide.text, range, indent);
    const parsed = parseFile({ ...NOT_READ, text }, { defaultNamespace: 'default' });
    const reason = reasonNotToTake(parsed);
    if (reason !== null) {
      this.putAside(reason.code, range, reason.params);
      return;
    }
    const title = parsed.objects[0]?.name ?? '';
    this.addFile(text, range, { title, namespace: '', heredoc: null });
  }

  private addFile(text: string, range: TextRange, about: AboutFile): void {
    const path = carvedPath(
      this.guide.path,
      this.files.length + 1,
      about.title.replace(/^.*\//, '').replace(/\.(?:ya?ml|json)$/, ''),
    );
    this.files.push({
      path,
      text,
      origin: { guideId: this.guide.id, range },
      ...(about.namespace === '' ? {} : { defaultNamespace: about.namespace }),
      ...(about.heredoc === null ? {} : { heredoc: about.heredoc }),
    });
  }

  private putAside(
    code: WorkspaceFindingCode,
    range: TextRange,
    params: Readonly<Record<string, string>>,
  ): void {
    const { id: guideId, path } = this.guide;
    const reason = workspaceWording[code].detail(params);
    this.setAside.push({
      id: `${guideId}@${range.start}`,
      path,
      reason,
      code,
      params,
      guideId,
      range,
    });
  }
}

interface FoundHeredoc {
  readonly command: ShellCommand;
  readonly operator: HeredocOperator;
  readonly body: HeredocBody;
  readonly range: TextRange;
}

interface AboutFile {
  readonly title: string;
  readonly namespace: string;
  readonly heredoc: CarvedHeredoc | null;
}

function firstIndent(text: string, range: TextRange): number {
  for (const line of linesOf(text, range)) {
    if (line.text.trim() !== '') return indentOf(line.text);
  }
  return 0;
}

function firstName(text: string): string {
  const parsed = parseFile({ ...NOT_READ, text }, { defaultNamespace: 'default' });
  return parsed.objects[0]?.name ?? '';
}

/** `cat > file <<EOF`, `cat <<EOF | tee file`. */
function writtenFile(command: ShellCommand): string | null {
  for (const { words, redirects } of command.commands) {
    const target = redirects.find((redirect) => redirect.operator !== '<')?.target;
    if (target !== undefined && target !== '/dev/null') return target;
    const tee = words.indexOf('tee');
    const file =
      tee === -1 ? undefined : words.slice(tee + 1).find((word) => !word.startsWith('-'));
    if (file !== undefined) return file;
  }
  return null;
}
