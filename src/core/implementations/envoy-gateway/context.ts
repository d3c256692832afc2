import type { Resolution } from '../../gateway-api/index.ts';
import { controllerConfig, type ControllerConfig } from './controller-config.ts';
import { traitsOf, type EnvoyGatewayTraits } from './traits.ts';

/** How the translator gets its objects. */
export interface EnvoyGatewayOptions {
  /**
   * `cluster`: through the provider's cache, which keeps only some keys of a ConfigMap (the default).
   * `file`: whole, as `egctl x translate` and the project's own tests read them.
   */
  readonly objectsFrom?: 'cluster' | 'file';
  /** The date on which listeners' certificates are read, in milliseconds; without one their dates are not looked at. */
  readonly at?: number | undefined;
}

/** What every part of the translation asks for. */
export interface EnvoyGatewayContext {
  readonly resolution: Resolution;
  readonly version: string;
  readonly traits: EnvoyGatewayTraits;
  readonly config: ControllerConfig;
  readonly objectsFrom: 'cluster' | 'file';
  readonly at: number | undefined;
}

/** Reads the configuration once for all connections of a resolution. */
export function envoyGatewayContext(
  resolution: Resolution,
  version: string,
  options: EnvoyGatewayOptions,
): EnvoyGatewayContext {
  return {
    resolution,
    version,
    traits: traitsOf(version),
    config: controllerConfig(resolution.index),
    objectsFrom: options.objectsFrom ?? 'cluster',
    at: options.at,
  };
}
