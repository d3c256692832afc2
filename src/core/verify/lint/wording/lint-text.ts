import type { Wording } from '../../../model/index.ts';

type Params = Readonly<Record<string, string>>;

/** A rule's texts, as sentences: `where` is put before `title`, `{found}` and `{key}` stand for the params. */
interface LintText {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly source: string;
}

/** One rule's texts as a catalogue entry. Whoever raises a finding adds `where`, what holds the certificate. */
export function lintWording({ title, detail, action, source }: LintText): Wording {
  return {
    title: (params) => `${params.where ?? 'The certificate'} ${fill(title, params)}`,
    detail: (params) => fill(detail, params),
    action: (params) => fill(action, params),
    source,
  };
}

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'it');
}
