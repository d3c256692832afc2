/** The implementations whose verdicts there are, in the order in which they stand side by side. */
export const IMPLEMENTATION_IDS = [
  'nginx-gateway-fabric',
  'envoy-gateway',
  'kgateway',
  'agentgateway',
] as const;

export type ImplementationId = (typeof IMPLEMENTATION_IDS)[number];

/** Whether a text names one of them. */
export function isImplementationId(text: string): text is ImplementationId {
  return IMPLEMENTATION_IDS.some((id) => id === text);
}
