import { changed, policy, type FindingCase } from './setup.testing.ts';

/** Findings about policies. */
export const policyCases: readonly FindingCase[] = [
  [
    'a policy in the wrong namespace',
    changed('metadata: { name: tls }', 'metadata: { name: tls, namespace: infra }'),
    'POLICY-TARGET-MISSING',
    { target: 'Service infra/app', namespaces: 'default' },
    'app',
  ],
  [
    'the single targetRef of v1alpha2',
    changed(
      "targetRefs: [{ group: '', kind: Service, name: app }]",
      'targetRef: { kind: Service, name: app }',
    ),
    'POLICY-WITHOUT-TARGET',
    { field: 'spec.targetRef' },
    '{ kind: Service, name: app }',
  ],
  [
    'a port number as sectionName',
    changed('kind: Service, name: app }', "kind: Service, name: app, sectionName: '443' }"),
    'POLICY-SECTION-IS-NUMBER',
    { section: '443', names: 'https', match: 'https' },
    "'443'",
  ],
  [
    'a section name that does not exist',
    changed('kind: Service, name: app }', 'kind: Service, name: app, sectionName: htps }'),
    'POLICY-SECTION-NOT-FOUND',
    { section: 'htps', closest: 'https' },
    'htps',
  ],
  [
    'two policies on one Service',
    changed('', '', policy.replace('name: tls', 'name: tls2')),
    'POLICY-CONFLICT-LOST',
    {
      object: 'BackendTLSPolicy tls2',
      winner: 'BackendTLSPolicy tls',
      target: 'Service default/app',
    },
    "[{ group: '', kind: Service, name: app }]",
  ],
  [
    'a policy no route needs',
    changed('name: app, port: 443', 'name: none, port: 443'),
    'POLICY-NOT-USED',
    { target: 'Service default/app' },
    "{ group: '', kind: Service, name: app }",
  ],
  [
    'a UDP port',
    changed('port: 443 }] }', 'port: 443, protocol: UDP }] }'),
    'POLICY-UDP-PORT',
    { target: 'Service default/app' },
    "{ group: '', kind: Service, name: app }",
  ],
  [
    'a UDP port beside a TCP port',
    changed('port: 443 }] }', 'port: 443 }, { name: quic, port: 8443, protocol: UDP }] }'),
    'POLICY-UDP-PORT-BESIDE',
    { target: 'Service default/app', ports: '8443' },
    "{ group: '', kind: Service, name: app }",
  ],
  [
    'several targets',
    changed(
      "[{ group: '', kind: Service, name: app }]",
      "[{ group: '', kind: Service, name: app }, { group: '', kind: Service, name: app, sectionName: https }]",
    ),
    'POLICY-SEVERAL-TARGETS',
    { count: '2' },
    "[{ group: '', kind: Service, name: app }, { group: '', kind: Service, name: app, sectionName: https }]",
  ],
  [
    'several CAs',
    changed(
      'kind: ConfigMap, name: ca }]',
      'kind: ConfigMap, name: ca }, { kind: ConfigMap, name: ca }]',
    ),
    'POLICY-SEVERAL-CAS',
    { count: '2' },
    "[{ group: '', kind: ConfigMap, name: ca }, { kind: ConfigMap, name: ca }]",
  ],
  [
    'an IP address as hostname',
    changed('hostname: app.example', 'hostname: 10.0.0.1'),
    'POLICY-HOSTNAME-IS-IP',
    { hostname: '10.0.0.1' },
    '10.0.0.1',
  ],
  [
    'a wildcard in subjectAltNames',
    changed(
      'hostname: app.example',
      'hostname: app.example, subjectAltNames: [{ type: Hostname, hostname: "*.example" }]',
    ),
    'POLICY-SAN-WILDCARD',
    { hostname: '*.example' },
    '"*.example"',
  ],
  [
    'appProtocol without a policy',
    changed('port: 443 }] }', 'port: 443, appProtocol: https }] }').replace(
      'kind: Service, name: app',
      'kind: Service, name: other',
    ),
    'TLS-PORT-WITHOUT-POLICY',
    { target: 'Service default/app', appProtocol: 'appProtocol: https' },
    'https',
  ],
];
