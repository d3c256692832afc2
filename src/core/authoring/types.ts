import type { Assignment, Blob, ImplementationId } from '../model/index.ts';
import type { KeyAlgorithm } from '../pki/index.ts';

/** Where Envoy Gateway takes the client certificate from. */
export type EnvoyClientCertificate =
  /** `Gateway.spec.tls.backend` (1.8). */
  | 'gateway'
  /** `EnvoyProxy.spec.backendTLS`, named by the GatewayClass. */
  | 'envoy-proxy-of-class'
  /** `EnvoyProxy.spec.backendTLS`, named by the Gateway. */
  | 'envoy-proxy-of-gateway'
  /** `Backend.spec.tls`, one a backend; needs `enableBackend`. */
  | 'backend';

export type KgatewayPolicy = 'backend-tls-policy' | 'backend-config-policy';

/** Which gateway, and which of its ways where it has several. `version` is a release line, e.g. `2.4`. */
export type GatewayChoice =
  | {
      readonly implementation: 'nginx-gateway-fabric' | 'agentgateway';
      readonly version: string;
    }
  | {
      readonly implementation: 'envoy-gateway';
      readonly version: string;
      readonly clientCertificate: EnvoyClientCertificate;
    }
  | {
      readonly implementation: 'kgateway';
      readonly version: string;
      readonly policy: KgatewayPolicy;
    };

/** What stands behind the route. `name` names the Service or Backend and everything that belongs to it. */
export type BackendChoice =
  /** A Service with an nginx that serves TLS, made here. */
  | { readonly kind: 'service'; readonly name: string; readonly port: number }
  /** Pods that exist: a Service is made that selects them. */
  | {
      readonly kind: 'workload';
      readonly name: string;
      readonly port: number;
      readonly labels: Readonly<Record<string, string>>;
      readonly targetPort: number;
    }
  /** A host outside the cluster. */
  | {
      readonly kind: 'external';
      readonly name: string;
      readonly host: string;
      readonly port: number;
      /** IP address of the name server that NGINX Gateway Fabric asks. */
      readonly dnsResolver: string;
    };

/** Namespaces. `clientIdentity` holds the gateway's certificate, `ca` the CA that the gateway trusts. */
export interface SetupNamespaces {
  readonly gateway: string;
  readonly route: string;
  readonly app: string;
  readonly ca: string;
  readonly clientIdentity: string;
}

/** What the gateway trusts, and where that lives. With `cert-manager` it makes all certificates. */
export type AuthorityChoice = 'config-map' | 'secret' | 'system' | 'cert-manager';

/** `issued`: made here, or by cert-manager where that was chosen. */
export type CertificateChoice =
  { readonly kind: 'dropped' } | { readonly kind: 'issued'; readonly keyAlgorithm: KeyAlgorithm };

/** The answers of "New setup": plain data. */
export interface SetupChoices {
  readonly gatewayName: string;
  readonly gateway: GatewayChoice;
  readonly backend: BackendChoice;
  readonly namespaces: SetupNamespaces;
  readonly hosts: {
    /** What clients ask for. */
    readonly route: string;
    /** What the gateway asks the backend for. */
    readonly sni: string;
    /** DNS names or URIs of which the backend's certificate has to carry one. */
    readonly verified: readonly string[];
  };
  readonly mode: 'one-way' | 'mutual';
  readonly authority: AuthorityChoice;
  readonly certificates: CertificateChoice;
  readonly layout: 'one-file' | 'several-files';
}

/** Changed choices that an implementation can carry out. */
export interface Alternative {
  /** Imperative sentence. */
  readonly title: string;
  readonly choices: SetupChoices;
}

/** The answer that a problem is about. */
export type ChoiceField =
  | 'gateway'
  | 'gateway-name'
  | 'version'
  | 'policy'
  | 'client-certificate'
  | 'backend'
  | 'namespaces'
  | 'hosts'
  | 'mode'
  | 'authority'
  | 'certificates';

/** What stands against a choice, or what it costs. `blocking`: no manifests can do it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'blocking' | 'warning';
  readonly field: ChoiceField;
  /** What the implementation does, in one or two sentences. */
  readonly fact: string;
  /** The text of the answer that does not fit, where it is one text among others. */
  readonly value?: string;
  /** Source file, pull request or page that it rests on. */
  readonly source: string;
  readonly alternatives: readonly Alternative[];
  /** Codes of the findings that the analysis of the result will have because of it. */
  readonly findings?: readonly string[];
}

export type ProblemCode =
  | 'UNKNOWN-VERSION'
  | 'NAME-NOT-ALLOWED'
  | 'HOST-NOT-ALLOWED'
  | 'NO-CLIENT-CERTIFICATE'
  | 'NO-CONFIG-POLICY'
  | 'CONFIG-POLICY-CONFIG-MAP'
  | 'CONFIG-POLICY-SYSTEM-MUTUAL'
  | 'NO-SYSTEM-CA'
  | 'NO-SECRET-CA'
  | 'NO-SUBJECT-ALT-NAMES'
  | 'URI-NAME-NOT-CHECKED'
  | 'CA-IN-OTHER-NAMESPACE'
  | 'TRUST-NAMESPACE'
  | 'CLIENT-IDENTITY-NAMESPACE'
  | 'ISSUED-FOR-SYSTEM-CA'
  | 'DROPPED-FOR-CERT-MANAGER'
  | 'CERT-MANAGER-FOR-EXTERNAL'
  | 'KEY-NOT-ACCEPTED'
  | 'EXPERIMENTAL-CHANNEL'
  | 'EXTERNAL-NAME-SERVICE'
  | 'SECRET-TARGETS';

/** PEM text that was issued here or dropped; `blobId` when the workspace holds it as a file. */
export interface PemText {
  readonly text: string;
  readonly blobId?: string;
}

/** What the two sides present and trust. Absent parts are unknown, or not asked for by the choices. */
export interface SetupMaterial {
  /** Chain, leaf first, and its key. */
  readonly server?: { readonly chain: PemText; readonly key?: PemText };
  readonly serverCa?: PemText;
  readonly client?: { readonly chain: PemText; readonly key: PemText };
  readonly clientCa?: PemText;
}

/** One YAML file, in apply order among its like. */
export interface SetupFile {
  readonly path: string;
  readonly text: string;
}

/** What the choices come to. */
export interface GeneratedSetup {
  readonly files: readonly SetupFile[];
  /** What cert-manager and trust-manager will write into the cluster: for the preview, not to be applied. */
  readonly standIns: readonly SetupFile[];
  /** What a backend presents and demands that is not among the files. */
  readonly assignments: readonly Assignment[];
  /** Files that the assignments name and the workspace does not hold yet. */
  readonly blobs: readonly Blob[];
  readonly options: {
    readonly versions: Readonly<Partial<Record<ImplementationId, string>>>;
  };
}
