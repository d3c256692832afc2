/** What a text about a loss may name. */
export interface LossParams {
  /** The target with its version: `kgateway 2.4`. */
  readonly target?: string;
  readonly value?: string;
  readonly since?: string;
}

/** How a loss is told. */
export interface LossWording {
  readonly fact: (params: LossParams) => string;
  readonly source: (params: LossParams) => string;
  readonly offer: (params: LossParams) => string;
}
