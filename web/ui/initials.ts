// The letters that stand for a name.

/** First letters of the first and the last word; whole characters, whatever the script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  // Letters that would join (Arabic, Urdu) are kept apart, or they read as a word.
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('\u200c')
}
