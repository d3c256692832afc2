import type { HelpTable } from './field-help.ts';

export const configMapHelp: HelpTable = {
  data: {
    text: 'Text by key. Gateways look for trust anchors under ca.crt, as PEM.',
  },
  'data.ca.crt': { text: 'Trust anchors: one or more CA certificates as PEM.' },
  binaryData: {
    text: 'Base64 by key. NGINX Gateway Fabric takes ca.crt from here before data; Envoy Gateway and kgateway never look here.',
  },
};

export const secretHelp: HelpTable = {
  data: { text: 'Base64 by key. PEM text as it is belongs under stringData.' },
  stringData: { text: 'Text by key. The server turns it into data, over what stands there.' },
  'data.tls.crt': { text: 'Certificate chain as base64 of PEM: the leaf first, then its issuers.' },
  'data.tls.key': { text: 'Private key of the first certificate of tls.crt, as base64 of PEM.' },
  'data.ca.crt': { text: 'CA certificates as base64 of PEM.' },
  'stringData.tls.crt': { text: 'Certificate chain as PEM: the leaf first, then its issuers.' },
  'stringData.tls.key': { text: 'Private key of the first certificate of tls.crt, as PEM.' },
  'stringData.ca.crt': { text: 'CA certificates as PEM.' },
  type: {
    text: 'kubernetes.io/tls makes the server demand tls.crt and tls.key. It cannot be changed later.',
    values: [
      { value: 'kubernetes.io/tls', note: 'Certificate and key under tls.crt and tls.key.' },
      { value: 'Opaque', note: 'Any keys. NGINX Gateway Fabric refuses it for certificates.' },
    ],
  },
};

export const serviceHelp: HelpTable = {
  'spec.ports.name': {
    text: 'What sectionName of a policy means by this port. Required with more than one port.',
  },
  'spec.ports.port': { text: 'The port that backendRefs name.' },
  'spec.ports.targetPort': {
    text: 'Number or name of the port of the container; the same number as port when absent.',
  },
  'spec.ports.appProtocol': {
    text: 'Hints at the protocol of the backend. https turns no TLS on: that takes a policy.',
    values: [
      { value: 'kubernetes.io/h2c', note: 'HTTP/2 without TLS.' },
      { value: 'kubernetes.io/ws', note: 'HTTP upgraded to a stream of messages.' },
      { value: 'kubernetes.io/wss', note: 'The same over TLS; needs a BackendTLSPolicy.' },
    ],
  },
  'spec.ports.protocol': {
    text: 'Transport of the port.',
    values: [
      { value: 'TCP', note: '' },
      { value: 'UDP', note: '' },
      { value: 'SCTP', note: '' },
    ],
  },
  'spec.selector': {
    text: 'Labels of the pods behind the Service. The certificate that the gateway sees is the one that these pods present.',
  },
  'spec.type': {
    text: 'How the Service is reached.',
    values: [
      { value: 'ClusterIP', note: 'Inside the cluster.' },
      { value: 'NodePort', note: 'On a port of every node, too.' },
      { value: 'LoadBalancer', note: 'Through a load balancer from outside.' },
      { value: 'ExternalName', note: 'A DNS name outside. Envoy Gateway refuses it as a backend.' },
    ],
  },
};

/** Fields that every object has. */
export const objectHelp: HelpTable = {
  apiVersion: { text: 'API group and version that the object is written for.' },
  kind: { text: 'What the object is.' },
  'metadata.name': { text: 'Name of the object: unique for its kind in its namespace.' },
  'metadata.namespace': {
    text: 'Where the object lives. Policies, and the objects that they name, share one namespace.',
  },
  'metadata.labels': { text: 'What selectors look for.' },
  'metadata.annotations': { text: 'Notes for tools; nothing here changes backend TLS.' },
};
