/** The release line the recordings are of. */
export const VERSION = '1.5';
