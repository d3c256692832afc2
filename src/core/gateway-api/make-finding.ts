import type { ManifestObject } from '../manifest/types.ts';
import type { Evidence, FieldPath, Finding, Severity, StepNumber } from '../model/index.ts';

/** What a check says about one field of one object. */
export interface FindingDraft<Code extends string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly object: ManifestObject;
  readonly path: FieldPath;
  /** `object` (`Kind name`) and `field` (the path) are filled in when they are not given. */
  readonly params?: Readonly<Record<string, string>>;
  readonly evidence?: Evidence;
  readonly step?: StepNumber;
  readonly connectionIds?: readonly string[];
  /** Tells two findings of one code on one field apart. */
  readonly suffix?: string;
}

/**
 * Completes a finding: stable id (object key, path, code), the range of the field or of the nearest
 * ancestor that exists, and the parameters every text uses.
 */
export function makeFinding<Code extends string>(draft: FindingDraft<Code>): Finding<Code> {
  const { code, severity, object, path, evidence, step, connectionIds } = draft;
  const suffix = draft.suffix === undefined ? '' : `|${draft.suffix}`;
  return {
    id: `${code}|${object.key}|${path.join('.')}${suffix}`,
    code,
    severity,
    subject: { kind: 'object', objectId: object.id },
    at: { fileId: object.fileId, range: object.rangeOf(path).value },
    field: { objectId: object.id, path },
    params: { object: `${object.kind} ${object.name}`, field: fieldText(path), ...draft.params },
    ...(evidence === undefined ? {} : { evidence }),
    ...(step === undefined ? {} : { step }),
    ...(connectionIds === undefined ? {} : { connectionIds }),
    fixes: [],
  };
}

/** A path as people write it: `spec.rules[0].backendRefs[1].name`, `data["tls.crt"]`. */
export function fieldText(path: FieldPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[A-Za-z_][\w-]*$/.test(step)) return `["${step}"]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
