import type { Finding } from '../model/index.ts';
import { catalogue, type FindingCode } from './catalogue.ts';
import type { RenderedFinding } from './types.ts';

const SEVERITY_ORDER = { error: 0, warning: 1, note: 2 } as const;
const AFTER_ALL_STEPS = 12;

/** Findings with their catalogue text, sorted by severity and then by the step that they break. */
export function renderFindings(findings: readonly Finding[]): readonly RenderedFinding[] {
  return findings
    .map(render)
    .sort(
      (a, b) =>
        SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
        (a.step ?? AFTER_ALL_STEPS) - (b.step ?? AFTER_ALL_STEPS) ||
        compare(a.id, b.id),
    );
}

function render(finding: Finding): RenderedFinding {
  const wording = catalogue[finding.code as FindingCode];
  return {
    ...finding,
    title: wording.title(finding.params),
    detail: wording.detail(finding.params),
    action: wording.action(finding.params),
    source: finding.source ?? wording.source,
    ...reissued(finding),
  };
}

/** What is wrong with these certificates is gone when they are issued again: for other dates, with the name they lack, or with another key. */
const REISSUED: ReadonlySet<string> = new Set([
  'TLS-SERVER-CERT-EXPIRED',
  'TLS-CA-EXPIRED',
  'TLS-CLIENT-CERT-EXPIRED',
  'TLS-CLIENT-CA-EXPIRED',
  'TLS-CERT-EXPIRES-SOON',
  'TLS-CERT-EXPIRES-THIS-WEEK',
  'TLS-CERT-NOT-YET-VALID',
  'TLS-NO-SAN',
  'TLS-WEAK-KEY',
  'LINT-SMALL-RSA-KEY',
]);

function reissued({ code, params }: Finding): Pick<RenderedFinding, 'reissues'> {
  const { certificate } = params;
  return REISSUED.has(code) && certificate !== undefined ? { reissues: certificate } : {};
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
