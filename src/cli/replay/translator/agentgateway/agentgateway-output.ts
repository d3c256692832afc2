import type { Condition } from '../condition-texts.ts';

interface Conditions {
  readonly conditions?: readonly Condition[] | null;
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
    readonly ancestors?: readonly (Conditions & {
      readonly ancestorRef: { readonly name: string; readonly namespace?: string };
    })[];
    readonly listeners?: readonly (Conditions & { readonly name: string })[];
  };
}

/** The part of a recorded case behind `# Output`. */
export interface AgentgatewayOutput {
  readonly output: readonly RecordedResource[];
  readonly status: readonly RecordedStatus[];
}
