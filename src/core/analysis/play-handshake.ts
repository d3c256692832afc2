import {
  examineHandshake,
  type ExaminedHandshake,
  type HandshakeRequest,
} from '../handshake/index.ts';
import type { FieldRef } from '../model/index.ts';
import type { HandshakeQuestion, PlayedHandshake } from './memory/handshake-slot.ts';
import type { Memory } from './memory/memory.ts';
import { sameValue } from './memory/same-value.ts';

/** Plays kept for each connection: undo and a gateway chosen to and fro find theirs again. */
const KEPT = 4;

/**
 * Plays a handshake, or finds it again: by everything it depends on, and by the names that it mentions. The numbers stand
 * for the workspace's certificates and for the system roots.
 */
export async function playHandshake(
  request: HandshakeRequest,
  numbers: Pick<HandshakeQuestion, 'certificates' | 'systemRoots'>,
  memory: Memory,
): Promise<ExaminedHandshake> {
  const { connection, programmed, backend, at } = request;
  const question = { connection, programmed, backend, at, ...numbers };
  const { id: connectionId, implementation } = connection;
  const slot = memory.handshakes.get(`${String(implementation.id)}|${connectionId}`, () => ({
    plays: [],
  }));
  const isSame = ([field, label]: PlayedHandshake['labels'][number]): boolean =>
    request.describe(field) === label;
  const known = slot.plays.find(
    (play) => sameValue(play.question, question) && play.labels.every(isSame),
  );
  if (known !== undefined) return known.examined;
  const { examined, labels } = await play(request);
  slot.plays = [{ question, examined, labels }, ...slot.plays].slice(0, KEPT);
  return examined;
}

async function play(request: HandshakeRequest): Promise<Omit<PlayedHandshake, 'question'>> {
  const labels: (readonly [FieldRef, string])[] = [];
  const describe = (field: FieldRef): string => {
    const label = request.describe(field);
    labels.push([field, label]);
    return label;
  };
  return { examined: await examineHandshake({ ...request, describe }), labels };
}
