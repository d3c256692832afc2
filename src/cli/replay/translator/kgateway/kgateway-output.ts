import type { Condition } from '../condition-texts.ts';

/** Conditions with something they belong to. */
export interface Conditions {
  readonly conditions?: readonly Condition[] | null;
}

type ByName<Value> = Readonly<Record<string, Value>>;

/** The reference a list of conditions stands under. */
export interface RecordedRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly sectionName?: string;
}

interface Parents {
  readonly parents?: readonly (Conditions & { readonly parentRef: RecordedRef })[] | null;
}

interface WithListeners extends Conditions {
  readonly listeners?: readonly (Conditions & { readonly name: string })[] | null;
}

/** A recorded cluster: whatever Envoy's API knows. */
export type RecordedCluster = Readonly<Record<string, unknown>> & { readonly name: string };

/** One recorded output of kgateway's translator tests. */
export interface KgatewayOutput {
  readonly clusters: readonly RecordedCluster[];
  /** Absent in a dump of what Envoy is sent. */
  readonly statuses?: {
    readonly gateways?: ByName<WithListeners>;
    /** ListenerSets and XListenerSets. */
    readonly listenerSets?: ByName<WithListeners>;
    readonly httpRoutes?: ByName<Parents>;
    readonly tlsRoutes?: ByName<Parents>;
    readonly tcpRoutes?: ByName<Parents>;
    readonly grpcRoutes?: ByName<Parents>;
    readonly policies?: ByName<{
      readonly ancestors?: readonly (Conditions & { readonly ancestorRef: RecordedRef })[] | null;
    }>;
    readonly backends?: ByName<Conditions>;
  };
}
