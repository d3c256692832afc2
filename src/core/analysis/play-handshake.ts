import {
  examineHandshake,
  type ExaminedHandshake,
  type HandshakeRequest,
} from '../handshake/index.ts';
import type { FieldRef } from '../model/index.ts';
import type { PlayedHandshake } from './memory/handshake-slot.ts';
import type { Memory } from './memory/memory.ts';

/**
 * Plays a handshake, or finds it again: by everything it depends on, and by the names that it mentions. The numbers stand
 * for the workspace's certificates and for the system roots.
 */
export async function playHandshake(
  request: HandshakeRequest,
  numbers: { readonly certificates: number; readonly systemRoots: number },
  memory: Memory,
): Promise<ExaminedHandshake> {
  const slot = memory.handshakes.get(keyOf(request, numbers, memory), () => ({}));
  const known = await slot.played;
  const isSame = ([field, label]: PlayedHandshake['labels'][number]): boolean =>
    request.describe(field) === label;
  if (known?.labels.every(isSame) === true) return known.examined;
  slot.played = play(request);
  return (await slot.played).examined;
}

async function play(request: HandshakeRequest): Promise<PlayedHandshake> {
  const labels: (readonly [FieldRef, string])[] = [];
  const describe = (field: FieldRef): string => {
    const label = request.describe(field);
    labels.push([field, label]);
    return label;
  };
  return { examined: await examineHandshake({ ...request, describe }), labels };
}

function keyOf(
  { connection, programmed, backend: { servers, ...backend }, at }: HandshakeRequest,
  numbers: { readonly certificates: number; readonly systemRoots: number },
  memory: Memory,
): string {
  const { certificates, systemRoots } = numbers;
  return JSON.stringify([
    at,
    certificates,
    systemRoots,
    memory.serversNumber(servers),
    connection,
    programmed,
    backend,
  ]);
}
