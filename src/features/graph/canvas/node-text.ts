import type { TopologyNode } from '../../../core/topology/types.ts';

/** Tile, gaps and padding beside the text of a node. */
const CHROME = 56;
/** Average advance widths at 12.5 px semibold and 11 px regular. */
const NAME_CHARACTER = 7;
const FACT_CHARACTER = 5.7;

/** One or two lines: broken at a hyphen or dot where there is one, the second shortened in its middle. */
export function nameLines({
  name,
  width,
}: Pick<TopologyNode, 'name' | 'width'>): readonly string[] {
  const room = Math.floor((width - CHROME) / NAME_CHARACTER);
  if (name.length <= room) return [name];
  const head = name.slice(0, room);
  const joint = Math.max(head.lastIndexOf('-'), head.lastIndexOf('.'));
  const cut = joint > room / 3 ? joint + 1 : room;
  return [name.slice(0, cut), shorten(name.slice(cut), room)];
}

/** Keeps both ends of a text. */
function shorten(text: string, room: number): string {
  if (text.length <= room) return text;
  const tail = Math.floor((room - 1) / 2);
  return `${text.slice(0, room - 1 - tail)}…${text.slice(text.length - tail)}`;
}

/**
 * `Kind · fact`, with the namespace between them where several are in the picture. The fact decides, so
 * it stays when there is no room for all; the tile tells the kind, the accessible name tells everything.
 */
export function secondLine(
  { kind, namespace, fact, width, tile }: TopologyNode,
  severalNamespaces: boolean,
): string {
  const room = Math.floor((width - CHROME) / FACT_CHARACTER);
  const space = severalNamespaces ? namespace : '';
  const choices = [
    [kind, space, fact],
    [kind, fact],
    tile === 'ink' ? [kind] : [space, fact],
    // A policy's fact is its host name, which the tube says too; its kind tells it from its namesakes.
    [fact === '' || tile === 'ink' ? kind : fact],
  ].map((parts) => parts.filter((part) => part !== '').join(' · '));
  return choices.find((choice) => choice.length <= room) ?? choices.at(-1) ?? kind;
}
