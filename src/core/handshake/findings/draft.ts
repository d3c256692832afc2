import type {
  Evidence,
  FieldRef,
  Finding,
  Severity,
  StepNumber,
  Subject,
} from '../../model/index.ts';
import type { Material } from '../../pki/types.ts';
import type { HandshakeFindingCode } from '../findings.ts';
import type { StepContext } from '../steps/draft.ts';

/** Who is to blame: an object by field, a dropped file, or the connection when neither is known. */
export interface Blame {
  readonly subject: Subject;
  readonly field?: FieldRef;
  /** For sentences: `ConfigMap backend-cert`, `widgits-ca.pem`. */
  readonly label: string;
}

export interface FindingDraft {
  readonly code: HandshakeFindingCode;
  readonly severity: Severity;
  readonly step: StepNumber;
  readonly blame: Blame;
  readonly params?: Readonly<Record<string, string>>;
  readonly evidence?: Evidence | undefined;
  /** Tells findings of one code on one object apart: a fingerprint, a host name. */
  readonly key?: string;
  /** Instead of the source of the code: the rule of the library that judges. */
  readonly source?: string | undefined;
}

/** The object or file that holds PEM material; `otherwise` when there is none. */
export function blameMaterial(
  context: StepContext,
  material: Material | undefined,
  otherwise: Blame,
): Blame {
  const source = material?.source;
  switch (source?.kind) {
    case 'field':
      return blameField(context, source.field);
    case 'blob':
      return { subject: { kind: 'blob', blobId: source.blobId }, label: source.label };
    case 'system':
    case undefined:
      return otherwise;
    default:
      return source satisfies never;
  }
}

/** The object of a field. */
export function blameField({ request }: StepContext, field: FieldRef): Blame {
  return {
    subject: { kind: 'object', objectId: field.objectId },
    field,
    label: request.describe({ objectId: field.objectId, path: [] }),
  };
}

/** The connection itself. */
export function blameConnection({ request, backendName }: StepContext): Blame {
  return {
    subject: { kind: 'connection', connectionId: request.connection.id },
    label: backendName,
  };
}

/** The Service or Backend that the route names, where it exists. */
export function blameTarget(context: StepContext): Blame {
  const { objectId } = context.request.connection.backend.target;
  return objectId === undefined
    ? blameConnection(context)
    : blameField(context, { objectId, path: [] });
}

/**
 * Completes a finding. The id has no connection in it, so that what several connections share is one finding:
 * see `mergeFindings`.
 */
export function makeFinding(
  { request, backendName }: StepContext,
  draft: FindingDraft,
): Finding<HandshakeFindingCode> {
  const { code, severity, step, blame, evidence, key, source } = draft;
  return {
    id: [code, subjectId(blame.subject), key ?? ''].join('|'),
    code,
    severity,
    subject: blame.subject,
    ...(blame.field && { field: blame.field }),
    params: { object: blame.label, backend: backendName, step: String(step), ...draft.params },
    ...(evidence && { evidence }),
    ...(source !== undefined && { source }),
    step,
    connectionIds: [request.connection.id],
    fixes: [],
  };
}

function subjectId(subject: Subject): string {
  switch (subject.kind) {
    case 'object':
      return subject.objectId;
    case 'blob':
      return subject.blobId;
    case 'file':
      return subject.fileId;
    case 'connection':
      return subject.connectionId;
    case 'workspace':
      return '';
    default:
      return subject satisfies never;
  }
}
