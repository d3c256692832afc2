/** A condition as a control plane writes it, as far as it is predicted. */
export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** `Type=Status/Reason: message` for each condition, in their order. */
export function conditionTexts(conditions: readonly Condition[] | null | undefined): string[] {
  return (conditions ?? []).map(
    ({ type, status, reason, message }) => `${type}=${status}/${reason}: ${message}`,
  );
}
