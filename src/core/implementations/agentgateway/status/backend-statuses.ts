import { itemsAt } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { ObjectStatus } from '../../status.ts';
import type { AgentgatewayState } from '../agentgateway-state.ts';
import { translateInlineTls } from '../inline-tls.ts';

/**
 * The Accepted condition of AgentgatewayBackends, as far as TLS decides it: `policies.tls`, then that of every
 * static MCP target. An AI provider's errors are only logged.
 *
 * @see agentgateway controller/pkg/syncer/backend `TranslateAgwBackend`
 */
export function backendStatuses(
  { resolution, features }: AgentgatewayState,
  backends: readonly ManifestObject[],
): readonly ObjectStatus[] {
  return backends.map((backend): ObjectStatus => {
    const targets = itemsAt(backend.value, ['spec', 'mcp', 'targets']);
    const paths = [
      ['spec', 'policies', 'tls'],
      ...targets.map((_, at) => ['spec', 'mcp', 'targets', at, 'static', 'policies', 'tls']),
    ];
    const errors = paths.flatMap(
      (path) => translateInlineTls(resolution.index, backend, path, features)?.errors ?? [],
    );
    return {
      objectId: backend.id,
      kind: 'object',
      conditions: [
        errors.length === 0
          ? {
              type: 'Accepted',
              status: 'True',
              reason: 'Accepted',
              message: 'Backend successfully accepted',
            }
          : {
              type: 'Accepted',
              status: 'False',
              reason: 'TranslationError',
              message: `failed to translate backend: ${errors.join('\n')}`,
            },
      ],
    };
  });
}
