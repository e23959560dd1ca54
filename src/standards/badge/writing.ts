// How writing runs: from the right or from the left, joined or apart.

/** By its first letter that has a direction. */
export const directionOf = (text: string): 'rtl' | undefined =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text) ? 'rtl' : undefined

/** Whether the fonts that we ship have letters for all of it: Latin, Greek, Cyrillic, Arabic, Hebrew, and what they share. */
export const isInOurFonts = (text: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]*$/u.test(
    text,
  ) && !/\p{Emoji_Presentation}|[\u3000-\u303F\uFF00-\uFFEF]/u.test(text)

/** Joined writing must not be pulled apart. */
export const spacing = (text: string, wanted: number): number => (/\p{Script=Arabic}/u.test(text) ? 0 : wanted)

/** A line that runs from the right, whatever it is set into; renderers that know no `direction` heed these marks (Unicode UAX 9, RLI and PDI). */
export const running = (text: string, direction: 'rtl' | undefined): string =>
  direction === 'rtl' ? `\u2067${text}\u2069` : text

/** Parts of a line, each keeping its own direction. Without writing from the right there is nothing to keep apart, and the marks would only upset fonts. */
export function apart(parts: readonly string[], by: string): string {
  const there = parts.filter((part) => part !== '')
  return there.some((part) => directionOf(part)) ? there.map((part) => `\u2068${part}\u2069`).join(by) : there.join(by)
}

/** In the language's own capitals; writing without capitals stays as it is. */
export const capitals = (text: string, language: string | undefined): string =>
  text.toLocaleUpperCase(/^[a-z]{2,3}(?=-|$)/i.exec(language ?? '')?.[0] ?? 'en')
