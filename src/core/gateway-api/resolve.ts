import type { ImplementationId } from '../model/index.ts';
import { attachRoutes } from './attach-routes.ts';
import { allChecks } from './checks/all-checks.ts';
import type { CheckContext } from './checks/check-context.ts';
import { connectionsOf } from './connections.ts';
import { detectImplementation } from './detect-implementation.ts';
import { collectPolicyTargets, effectivePolicies } from './effective-policies.ts';
import { kinds } from './kinds.ts';
import { collectReferences } from './references/collect-references.ts';
import type { ObjectIndex, Resolution } from './types.ts';

/** What the user decides about a workspace. */
export interface ResolveOptions {
  /** Implementation chosen by the user, per Gateway object key. */
  readonly overrides: Readonly<Record<string, ImplementationId>>;
}

/**
 * Follows every reference of the workspace and decides what the Gateway API alone decides: grants, route
 * attachment, policy targets and precedence, and so every connection a request can take. No controller is
 * asked; nothing is thrown, whatever the manifests hold.
 */
export function resolve(index: ObjectIndex, options: ResolveOptions): Resolution {
  const references = collectReferences(index);
  const attachments = attachRoutes(index, references);
  const implementations = new Map(
    index
      .ofKind(kinds.gateway)
      .map((gateway) => [gateway.key, detectImplementation(index, gateway, options.overrides)]),
  );
  const policyTargets = collectPolicyTargets(index, references);
  const context: CheckContext = {
    index,
    references,
    attachments,
    implementations,
    policyTargets,
    policies: effectivePolicies(policyTargets),
    connections: connectionsOf(index, references, attachments, implementations),
  };
  return { ...context, findings: allChecks.flatMap((check) => check(context)) };
}
