/** What is different about a field that maps. */
export type NoteCode =
  | 'NEW-VALUE'
  | 'CLASS-OF-INSTALLATION'
  | 'FOR-EVERY-BACKEND'
  | 'COPY-OF-CA'
  | 'NAME-SERVER-ASSUMED'
  | 'CONTROLLER-CONFIG'
  | 'EXTERNAL-NAME'
  | 'HOST-HEADER'
  | 'EXPERIMENTAL-POLICY'
  | 'INSTEAD-OF-POLICY'
  | 'BESIDE-PARAMETERS'
  | 'NOT-NEEDED';

/** Texts for {@link NoteCode}, from the one value that they name. */
export const noteWording: Readonly<Record<NoteCode, (value: string) => string>> = {
  'NEW-VALUE': (value) => `Becomes ${value}.`,
  'CLASS-OF-INSTALLATION': (name) =>
    `Becomes ${name}, the GatewayClass that the installation makes itself.`,
  'FOR-EVERY-BACKEND': () =>
    'Presented from now on to every backend of the Gateway that asks for a certificate.',
  'COPY-OF-CA': (origin) =>
    `A copy of the public certificates of ${origin}: a rotation has to change both.`,
  'NAME-SERVER-ASSUMED': (address) =>
    `No file says which name server the cluster has: ${address} is what kubeadm gives it. Write yours if it is another.`,
  'CONTROLLER-CONFIG': () =>
    'Replaces the configuration of the controller: merge extensionApis.enableBackend into yours, then restart Deployment envoy-gateway.',
  'EXTERNAL-NAME': () =>
    'The Gateway API advises against Services of type ExternalName (CVE-2021-25740); this gateway has no other way out of the cluster.',
  'HOST-HEADER': (host) => `nginx sends ${host} as Host by itself; this gateway is told to.`,
  'EXPERIMENTAL-POLICY': () =>
    'This release watches BackendTLSPolicy v1alpha3, which is on the experimental channel of the Gateway API alone.',
  'INSTEAD-OF-POLICY': (kind) =>
    `A BackendTLSPolicy has no TLS parameters and goes before a ${kind}, which says all of it in its place.`,
  'BESIDE-PARAMETERS': () =>
    'Envoy Gateway reads the parameters of an EnvoyProxy only where the Gateway names no client certificate itself.',
  'NOT-NEEDED': (name) => `${name} does not need it.`,
};
