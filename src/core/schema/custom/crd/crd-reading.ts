import type { FieldPath, Finding } from '../../../model/index.ts';
import type { JsonObject } from '../../../manifest/types.ts';
import type { CrdFindingCode } from '../findings.ts';

/** Collects what is found while one CRD is read. */
export interface CrdReading {
  readonly report: (code: CrdFindingCode, path: FieldPath, params: Params) => void;
  readonly findings: readonly Finding<CrdFindingCode>[];
}

type Params = Readonly<Record<string, string>>;

/** What reading needs of a CRD; `ManifestObject` is one. */
export interface CrdObject {
  readonly id: string;
  readonly name: string;
  readonly value: JsonObject;
}

/** One CRD with thousands of faults is one fault: the list ends here. */
const mostFindings = 100;

export function startReading(object: CrdObject): CrdReading {
  const findings: Finding<CrdFindingCode>[] = [];
  const report = (code: CrdFindingCode, path: FieldPath, params: Params): void => {
    if (findings.length >= mostFindings) return;
    findings.push(crdFinding(object, code, path, params));
  };
  return { report, findings };
}

/** A finding at a field of a CRD. */
export function crdFinding(
  object: CrdObject,
  code: CrdFindingCode,
  path: FieldPath,
  params: Params,
): Finding<CrdFindingCode> {
  const severity = code === 'CRD-NOT-READABLE' ? 'error' : 'warning';
  return {
    id: `${code}:${object.id}:${path.join('.')}`,
    code,
    severity,
    subject: { kind: 'object', objectId: object.id },
    field: { objectId: object.id, path },
    params: { crd: object.name, path: path.join('.'), ...params },
    fixes: [],
  };
}
