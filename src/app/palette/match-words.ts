/**
 * How well a search fits what an entry is called: every word that was typed has to stand in one of the texts, at the
 * beginning of a word at best. Letters scattered over a name are no match: they brought strangers to the top.
 *
 * @param search what was typed
 * @param texts title, names and keywords of the entry
 * @returns 0 for no match, else up to 1
 */
export function matchWords(search: string, texts: readonly string[]): number {
  const typed = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const lower = texts.map((text) => text.toLowerCase());
  const scores = typed.map((word) => Math.max(0, ...lower.map((text) => scoreIn(text, word))));
  if (scores.includes(0)) return 0;
  return scores.length === 0 ? 1 : scores.reduce((sum, one) => sum + one, 0) / scores.length;
}

function scoreIn(text: string, word: string): number {
  let best = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = text.charAt(at - 1);
    best = Math.max(best, at === 0 ? 1 : /[\s\p{P}]/u.test(before) ? 0.8 : 0.4);
  }
  return best;
}
