/** True where ⌘ is the command key. */
export const isApple: boolean = /Mac|iPhone|iPad/.test(navigator.userAgent);
