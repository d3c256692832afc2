import type { HelpTable } from './field-help.ts';

/** HTTPRoute and GRPCRoute; a TLSRoute has the same fields. Source: Gateway API `shared_types.go`. */
export const routeHelp: HelpTable = {
  'spec.parentRefs': {
    text: 'The Gateways or ListenerSets that the route attaches to. One of another namespace must allow it with allowedRoutes; no grant is needed.',
  },
  'spec.parentRefs.sectionName': {
    text: 'One listener by its name. Without it, every listener that the route fits.',
  },
  'spec.parentRefs.port': { text: 'Listeners of this port only.' },
  'spec.hostnames': {
    text: 'Hosts that clients ask for. Not the name sent to the backend: that is validation.hostname of the policy.',
  },
  'spec.rules.backendRefs': {
    text: 'Where requests go. A Service of another namespace needs a ReferenceGrant there. Whether the connection is TLS is decided by policies on the Service, not here.',
  },
  'spec.rules.backendRefs.port': {
    text: 'Port of the Service (its port, not its targetPort). A Backend of kgateway takes none.',
  },
  'spec.rules.backendRefs.weight': {
    text: 'Share of the requests, relative to the other backends of the rule. 0 sends none.',
  },
};
