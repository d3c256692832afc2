import { parseFile } from '../../manifest/index.ts';
import type { Guide, SetAside, TextRange } from '../../model/index.ts';
import { workspaceWording, type WorkspaceFindingCode } from '../findings.ts';
import { carvedPath } from './carved-path.ts';
import { describeCommand } from './describe-command.ts';
import { expandHeredoc } from './expand-heredoc.ts';
import { expansionFindings } from './expansion-findings.ts';
import { findLeftovers } from './find-leftovers.ts';
import { readHeredocBody, type HeredocBody } from './heredoc-body.ts';
import { kubectlCommand, type KubectlCommand } from './kubectl-command.ts';
import { reasonNotToTake } from './reason-not-to-take.ts';
import { guideRegions, lineAt, linesOf, type GuideLine, type GuideRegion } from './regions.ts';
import { readShellCommand, type HeredocOperator, type ShellCommand } from './shell-command.ts';
import { ShellState } from './shell-state.ts';
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
  /^\s*(?:[$#%>]\s+)?(?:sudo\s+(?:-\S+\s+)*)?(?:[A-Za-z_]\w*=\S*\s+)*(?:\S*\/)?(?:kubectl|oc|k|microk8s\.kubectl|cat|curl|echo|envsubst|kustomize|printf|sed|tee|openssl|step|mkcert|cfssl|certtool|helm)\s/;
const HEREDOC = /(?:^|[^<])<<-?\s*\\?["']?[A-Za-z_]/;
/** Words that a fence may name whose lines a shell reads. */
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
/** A command line is no longer than this; an open quote ends with its line. */
const LONGEST_COMMAND = 65_536;
const MOST_OPEN = 20;
const NOT_READ = { id: '', path: '' };

class Carver {
  private readonly guide: Guide;
  private readonly files: CarvedFile[] = [];
  private readonly setAside: SetAside[] = [];
  private readonly shell = new ShellState();
  /** Heredocs without an end so far: past some, text that merely looks like one is not searched again and again. */
  private open = 0;
  private readonly hasFences: boolean;
  private readonly regions: readonly GuideRegion[];

  constructor(guide: Guide) {
    this.guide = guide;
    this.regions = guideRegions(guide.text);
    this.hasFences = this.regions.some((region) => region.kind === 'fence');
  }

  carve(): CarvedGuide {
    for (const region of this.regions) this.readRegion(region);
    for (const range of findLeftovers(this.guide.text, this.takenRanges())) {
      this.putAside('WORKSPACE-GUIDE-NOT-TAKEN', range, {
        why: 'it does not stand on lines of its own',
      });
    }
    this.setAside.sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0));
    const findings = this.files.flatMap((file) => expansionFindings(this.guide, file));
    return { files: this.files, findings, setAside: this.setAside };
  }

  private takenRanges(): readonly TextRange[] {
    const aside = this.setAside.flatMap(({ range }) => (range === undefined ? [] : [range]));
    return [...this.files.map((file) => file.origin.range), ...aside];
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
    if (isCommandPlace && SHELL.has(region.language)) this.shell.readAssignment(line.text);
    if (!startsManifest(line.text)) return line.next;
    const run = yamlRun(this.guide.text, line, region.range.end);
    if (mentionsObject(this.guide.text.slice(run.start, run.end))) {
      this.takeYaml(run, indentOf(line.text));
    }
    return lineAt(this.guide.text, run.end, region.range.end).next;
  }

  private readCommand(line: GuideLine, region: GuideRegion): number | null {
    const { text } = this.guide;
    const indent = indentOf(line.text);
    const prompt = /^\s*[$#%>]\s+/.exec(line.text)?.[0].length ?? indent;
    const limit = Math.min(region.range.end, line.start + LONGEST_COMMAND);
    const command = readShellCommand(text, line.start + prompt, limit);
    const heredocs = command.commands.flatMap((one) => one.heredocs);
    if (heredocs.length === 0) {
      this.readPlainCommand(command, { start: line.start + prompt, end: command.end });
      return command.next;
    }
    if (this.open >= MOST_OPEN) return null;
    const start = line.start + indent;
    let at = command.next;
    for (const operator of heredocs) {
      const body = readHeredocBody(text, at, region.range.end, {
        ...operator,
        indent,
        hasPrompt: prompt > indent,
      });
      if (body === null) {
        this.leaveOpen(command, operator.delimiter, { start, end: command.end });
        return command.next;
      }
      this.takeHeredoc({ command, operator, body, range: { start, end: body.range.end } });
      at = body.next;
    }
    return at;
  }

  private readPlainCommand(command: ShellCommand, range: TextRange): void {
    const kubectl = kubectlCommand(command);
    if (kubectl !== null) {
      this.shell.readContext(kubectl);
      this.nameNamespace(kubectl);
    }
    const note = describeCommand(command, (path) => this.shell.fileOf(path) !== null);
    if (note !== null) this.putAside(note.code, range, note.params);
  }

  /** `kubectl apply -n shop -f policy.yaml` after the guide has written `policy.yaml`. */
  private nameNamespace(kubectl: KubectlCommand): void {
    const defaultNamespace = this.shell.namespaceOf(kubectl);
    if (defaultNamespace === '' || !['apply', 'create', 'replace'].includes(kubectl.verb)) return;
    for (const path of kubectl.files) {
      const index = this.shell.fileOf(path) ?? -1;
      const file = this.files[index];
      if (file !== undefined) this.files[index] = { ...file, defaultNamespace };
    }
  }

  /** Without its end line a heredoc never runs. What follows is read as plain text. */
  private leaveOpen(command: ShellCommand, delimiter: string, range: TextRange): void {
    this.open += 1;
    const below = this.guide.text.slice(command.next, command.next + 2000);
    if (kubectlCommand(command) !== null || mentionsObject(below)) {
      this.putAside('WORKSPACE-HEREDOC-OPEN', range, { delimiter });
    }
  }

  private takeHeredoc(found: FoundHeredoc): void {
    const { command, operator, body, range } = found;
    const kubectl = kubectlCommand(command);
    const target = writtenFile(command);
    if (target !== null) this.shell.writes(target, -1);
    const verb = kubectl?.verb ?? '';
    if (verb === 'delete') {
      this.putAside('WORKSPACE-GUIDE-DELETES', range, { command: 'kubectl delete -f -' });
      return;
    }
    const { text, expansions } = operator.quoted
      ? { text: body.text, expansions: [] }
      : expandHeredoc(body.text, this.shell.variables);
    const isApplied = ['apply', 'create', 'replace'].includes(verb);
    if (text.trim() === '' || (!isApplied && !mentionsObject(text))) {
      const params = { target: target ?? verb, delimiter: operator.delimiter };
      this.putAside('WORKSPACE-GUIDE-OTHER-FILE', range, params);
      return;
    }
    const heredoc = { delimiter: operator.delimiter, expansions, literal: body.text };
    if (target !== null) this.shell.writes(target, this.files.length);
    this.addFile(text, range, {
      title: target ?? firstName(text),
      namespace: this.shell.namespaceOf(kubectl),
      heredoc: operator.quoted ? null : heredoc,
    });
  }

  /** A manifest that no command sends: taken when kubectl could apply it. */
  private takeYaml(range: TextRange, indent: number): void {
    const text = dedent(this.guide.text, range, indent);
    const parsed = parseFile({ ...NOT_READ, text }, { defaultNamespace: 'default' });
    const reason = reasonNotToTake(parsed);
    if (reason !== null) {
      this.putAside(reason.code, range, reason.params);
      return;
    }
    const title = parsed.objects[0]?.name ?? '';
    this.addFile(text, range, { title, namespace: this.shell.namespaceOf(null), heredoc: null });
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
