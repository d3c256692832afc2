/** One entry of a `conditions` list, as the controller would write it; times and generations are left out. */
export interface PredictedCondition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
}

/** The `parentRef` or `ancestorRef` a list of conditions stands under; absent fields are absent in the status. */
export interface StatusRef {
  readonly group?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name: string;
  readonly sectionName?: string;
  readonly port?: number;
}

/**
 * One list of conditions that a controller is predicted to write.
 *
 * `ancestor`: `status.ancestors[]` of a policy; `parent`: `status.parents[]` of a route; `listener`:
 * `status.listeners[]` of a Gateway or ListenerSet, `ref.sectionName` being the listener; `object`: `status.conditions`.
 */
export interface ObjectStatus {
  /** Id of the manifest object whose status it is. */
  readonly objectId: string;
  readonly kind: 'ancestor' | 'parent' | 'listener' | 'object';
  /** Present for all kinds but `object`. */
  readonly ref?: StatusRef;
  readonly controllerName?: string;
  readonly conditions: readonly PredictedCondition[];
  /** Routes with Accepted=True on a listener; only where it is predicted. */
  readonly attachedRoutes?: number;
  /** Kinds of routes that a listener takes; only where it is predicted. */
  readonly supportedKinds?: readonly string[];
  /** ListenerSets with Accepted=True of a Gateway; only where it is predicted. */
  readonly attachedListenerSets?: number;
}
