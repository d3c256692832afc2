import type { Condition } from '../condition-texts.ts';

interface Conditions {
  readonly conditions?: readonly Condition[] | null;
}

interface RecordedRef {
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly sectionName?: string;
}

interface Entry extends Conditions {
  readonly controllerName?: string;
}

/** What the controller sends to one proxy. */
export interface RecordedResource {
  readonly gateway?: { readonly Name: string; readonly Namespace: string };
  readonly resource?: { readonly policy?: Readonly<Record<string, unknown>> };
}

/** One object's recorded status. */
export interface RecordedStatus {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly status: Conditions & {
    readonly ancestors?: readonly (Entry & { readonly ancestorRef: RecordedRef })[];
    readonly parents?: readonly (Entry & { readonly parentRef: RecordedRef })[];
    readonly listeners?: readonly (Conditions & { readonly name: string })[];
  };
}

/** The part of a recorded case behind `# Output`. */
export interface AgentgatewayOutput {
  readonly output: readonly RecordedResource[];
  readonly status: readonly RecordedStatus[];
}
