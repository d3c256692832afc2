import { lineAt } from './regions.ts';

/** `<<EOF`, `<<-EOF`, `<<'EOF'`. */
export interface HeredocOperator {
  readonly delimiter: string;
  /** A quoted delimiter: the body arrives as it stands. */
  readonly quoted: boolean;
  /** `<<-`: leading tabs are stripped from the body. */
  readonly stripTabs: boolean;
}

export interface Redirect {
  readonly operator: '<' | '>' | '>>';
  readonly target: string;
}

/** One command of a pipeline. Words are without their quotes; variables in them stay as written. */
export interface SimpleCommand {
  readonly words: readonly string[];
  readonly redirects: readonly Redirect[];
  readonly heredocs: readonly HeredocOperator[];
}

/** A logical command line: continued lines and quoted line breaks are part of it. */
export interface ShellCommand {
  readonly commands: readonly SimpleCommand[];
  /** End of its text, the last line end left out. */
  readonly end: number;
  /** Start of the next line: where the body of a heredoc begins. */
  readonly next: number;
}

interface MutableCommand {
  words: string[];
  redirects: Redirect[];
  heredocs: HeredocOperator[];
}

/** What the next word will be: an argument, or what follows a redirection. */
type Pending = '<' | '>' | '>>' | '<<' | '<<-' | '<<<' | null;

/**
 * Splits a command line into words as a POSIX shell does (XCU §2.2, §2.3), without expanding anything. An open quote that
 * is not closed before `limit` ends with its line.
 */
export function readShellCommand(text: string, start: number, limit: number): ShellCommand {
  const reader = new CommandReader(text, start, limit);
  return reader.read();
}

class CommandReader {
  private readonly text: string;
  private readonly start: number;
  private readonly limit: number;
  private readonly commands: MutableCommand[] = [newCommand()];
  private word = '';
  private hasWord = false;
  private wordQuoted = false;
  private pending: Pending = null;

  constructor(text: string, start: number, limit: number) {
    this.text = text;
    this.start = start;
    this.limit = limit;
  }

  read(): ShellCommand {
    let at = this.start;
    while (at < this.limit && !this.isLineEnd(at)) at = this.step(at);
    this.endWord();
    const line = lineAt(this.text, Math.min(at, this.limit), this.limit);
    return {
      commands: this.commands.filter(
        (one) => one.words.length + one.heredocs.length + one.redirects.length > 0,
      ),
      end: line.end,
      next: line.next,
    };
  }

  private isLineEnd(at: number): boolean {
    return this.text[at] === '\n' || this.text[at] === '\r';
  }

  /** Reads what stands at `at` and returns the place after it. */
  private step(at: number): number {
    const char = this.text[at] ?? '';
    if (char === '\\') return this.escape(at);
    if (char === "'" || char === '"') return this.quote(at, char);
    if (char === '$' && this.text[at + 1] === '(') return this.substitution(at);
    if (char === '{' && this.text[at + 1] === '{') return this.placeholder(at);
    if (char === ' ' || char === '\t') {
      this.endWord();
      return at + 1;
    }
    if (char === '#' && !this.hasWord) return lineAt(this.text, at, this.limit).end;
    if (char === '<' || char === '>') return this.redirect(at);
    if ('|&;()'.includes(char)) {
      this.endWord();
      this.commands.push(newCommand());
      return at + 1;
    }
    this.add(char, false);
    return at + 1;
  }

  private escape(at: number): number {
    const line = lineAt(this.text, at + 1, this.limit);
    if (line.start === line.end && line.next > line.start) return line.next;
    this.add(this.text[at + 1] ?? '\\', true);
    return at + 2;
  }

  private quote(at: number, mark: string): number {
    let end = at + 1;
    let body = '';
    while (end < this.limit && this.text[end] !== mark) {
      const isEscape =
        mark === '"' && this.text[end] === '\\' && /["\\$`]/.test(this.text[end + 1] ?? '');
      if (isEscape) end += 1;
      body += this.text[end] ?? '';
      end += 1;
    }
    if (end >= this.limit) {
      const line = lineAt(this.text, at, this.limit);
      this.add(this.text.slice(at + 1, line.end), true);
      return line.end;
    }
    this.add(body, true);
    return end + 1;
  }

  /** `$( … )` is one word, whatever stands in it. */
  private substitution(at: number): number {
    let depth = 0;
    let end = at + 1;
    for (; end < this.limit; end += 1) {
      if (this.text[end] === '(') depth += 1;
      if (this.text[end] === ')' && (depth -= 1) === 0) break;
    }
    if (end >= this.limit) end = lineAt(this.text, at, this.limit).end - 1;
    this.add(this.text.slice(at, end + 1), false);
    return end + 1;
  }

  /** `{{< version >}}`: what the site generator of a guide would have put here. */
  private placeholder(at: number): number {
    const line = lineAt(this.text, at, this.limit).end;
    const close = this.text.indexOf('}}', at);
    const end = close === -1 || close > line ? at + 2 : close + 2;
    this.add(this.text.slice(at, end), false);
    return end;
  }

  private redirect(at: number): number {
    if (/^\d$/.test(this.word) || this.word === '&') this.dropWord();
    this.endWord();
    const operator = /^(?:<<<|<<-|<<|<|>>|>)/.exec(this.text.slice(at, at + 3))?.[0] ?? '<';
    this.pending = operator as Exclude<Pending, null>;
    const next = at + operator.length;
    return this.text[next] === '&' ? next + 1 : next;
  }

  private add(text: string, quoted: boolean): void {
    this.word += text;
    this.hasWord = true;
    this.wordQuoted ||= quoted;
  }

  private dropWord(): void {
    this.word = '';
    this.hasWord = false;
    this.wordQuoted = false;
  }

  private endWord(): void {
    if (!this.hasWord) return;
    const { word, wordQuoted: quoted, pending } = this;
    const command = this.commands.at(-1) ?? newCommand();
    this.dropWord();
    this.pending = null;
    switch (pending) {
      case null:
        command.words.push(word);
        return;
      case '<<':
      case '<<-':
        command.heredocs.push({ delimiter: word, quoted, stripTabs: pending === '<<-' });
        return;
      case '<<<':
        return;
      case '<':
      case '>':
      case '>>':
        command.redirects.push({ operator: pending, target: word });
        return;
      default:
        pending satisfies never;
    }
  }
}

function newCommand(): MutableCommand {
  return { words: [], redirects: [], heredocs: [] };
}
