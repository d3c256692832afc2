/** Keys that one region handles by itself while it has focus, for the list of shortcuts. */
export interface RegionKeys {
  readonly region: string;
  readonly keys: readonly { readonly shortcuts: readonly string[]; readonly does: string }[];
}

export const regionKeys: readonly RegionKeys[] = [
  {
    region: 'Lens bar',
    keys: [
      { shortcuts: ['1', '2', '3', '4'], does: 'Choose a gateway implementation' },
      { shortcuts: ['ArrowLeft', 'ArrowRight'], does: 'As-of date: one day back or forth' },
      { shortcuts: ['Shift+ArrowLeft', 'Shift+ArrowRight'], does: 'As-of date: one month' },
    ],
  },
  {
    region: 'Graph',
    keys: [
      { shortcuts: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], does: 'Along the edges' },
      { shortcuts: ['Enter'], does: 'Inspect' },
      { shortcuts: ['E'], does: 'Reveal in the YAML' },
      { shortcuts: ['H'], does: 'Show its handshake' },
      { shortcuts: ['F'], does: 'Fit to view' },
    ],
  },
  {
    region: 'Handshake and workspace',
    keys: [
      { shortcuts: ['ArrowUp', 'ArrowDown'], does: 'Previous, next row' },
      { shortcuts: ['Enter'], does: 'Inspect' },
    ],
  },
  {
    region: 'YAML',
    keys: [{ shortcuts: ['Mod+M'], does: 'Tab moves the focus instead of indenting' }],
  },
  {
    region: 'Everywhere',
    keys: [{ shortcuts: ['Escape'], does: 'Close the topmost layer' }],
  },
];
