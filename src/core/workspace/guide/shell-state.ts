import { expandHeredoc, type Variables } from './expand-heredoc.ts';
import type { KubectlCommand } from './kubectl-command.ts';

const ASSIGNMENT = /^\s*(?:[$%]\s+)?(?:export\s+|declare\s+(?:-\w+\s+)?)?([A-Za-z_]\w*)=(.*)$/;
const LITERAL = /^(?:"([^"$`\\]*)"|'([^']*)'|([^\s"'$`\\<>(){}|;&]*))\s*(?:#.*|;\s*)?$/;

/** What the commands of a guide leave behind for the commands after them. */
export class ShellState {
  private readonly values = new Map<string, string | null>();
  /** Namespace that `kubectl config set-context` has chosen. */
  private namespace = '';
  /** Index of the carved file by the name of the file that the guide writes; -1 for one that is no manifest. */
  private readonly written = new Map<string, number>();

  /** Variables that are set: null when their value is the output of a command. */
  get variables(): Variables {
    return this.values;
  }

  /** Takes note of `NAME=value`, `export NAME=value`. */
  readAssignment(line: string): void {
    const match = ASSIGNMENT.exec(line);
    if (match === null) return;
    const literal = LITERAL.exec(match[2] ?? '');
    const value = literal === null ? null : (literal[1] ?? literal[2] ?? literal[3] ?? '');
    this.values.set(match[1] ?? '', value);
  }

  /** Takes note of `kubectl config set-context --current --namespace=…`. */
  readContext({ verb, args, namespace }: KubectlCommand): void {
    if (verb === 'config' && args[0] === 'set-context' && namespace !== undefined) {
      this.namespace = this.expand(namespace);
    }
  }

  /** Namespace for the objects that a command sends; empty when nothing says it. */
  namespaceOf(command: KubectlCommand | null): string {
    const own = command?.namespace === undefined ? '' : this.expand(command.namespace);
    return own === '' ? this.namespace : own;
  }

  writes(path: string, file: number): void {
    this.written.set(baseName(path), file);
  }

  /** The carved file that a path of the guide means: -1 for a file that is no manifest, null for one it does not write. */
  fileOf(path: string): number | null {
    return this.written.get(baseName(path)) ?? null;
  }

  private expand(word: string): string {
    const { text, expansions } = expandHeredoc(word, this.values);
    return expansions.some((one) => one.kind === 'unknown' || one.kind === 'stops') ? '' : text;
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
