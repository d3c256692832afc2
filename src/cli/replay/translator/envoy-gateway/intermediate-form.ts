import type { Fields } from '../../json.ts';

/** TLS of one upstream in Envoy Gateway's intermediate form. Bytes are base64. */
export interface IntermediateTls {
  readonly sni?: string;
  readonly subjectAltNames?: readonly { readonly hostname?: string; readonly uri?: string }[];
  readonly caCertificate?: {
    readonly name: string;
    readonly certificate?: string;
    readonly sds?: { readonly secretName: string };
  };
  readonly useSystemTrustStore?: boolean;
  readonly insecureSkipVerify?: boolean;
  readonly autoSNIFromEndpointHostname?: boolean;
  readonly clientCertificates?: readonly {
    readonly name: string;
    readonly certificate?: string;
    readonly sds?: { readonly secretName: string };
  }[];
  readonly minVersion?: string;
  readonly maxVersion?: string;
  readonly ciphers?: readonly string[];
  readonly ecdhCurves?: readonly string[];
  readonly signatureAlgorithms?: readonly string[];
  readonly alpnProtocols?: readonly string[] | null;
}

/** One backend of a rule. */
export interface IntermediateSetting {
  readonly name: string;
  readonly endpoints?: readonly unknown[];
  readonly isDynamicResolver?: boolean;
  readonly tls?: IntermediateTls;
}

interface IntermediateRoute {
  readonly name: string;
  readonly directResponse?: { readonly statusCode: number };
  readonly destination?: { readonly settings?: readonly IntermediateSetting[] };
}

interface IntermediateListener {
  readonly name: string;
  readonly routes?: readonly IntermediateRoute[];
}

/** Every route of the recorded intermediate form with its listener; HTTP and TLS routes alike. */
export function intermediateRoutes(
  output: Fields,
): readonly (IntermediateRoute & { readonly listener: string })[] {
  const gateways = (output.xdsIR ?? {}) as Readonly<
    Record<string, Partial<Record<'http' | 'tcp', readonly IntermediateListener[]>>>
  >;
  return Object.values(gateways).flatMap(({ http, tcp }) =>
    [...(http ?? []), ...(tcp ?? [])].flatMap(({ name, routes }) =>
      (routes ?? []).map((route) => ({ ...route, listener: name })),
    ),
  );
}
