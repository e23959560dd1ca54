// Languages that teaching is often in; others that a design already names are added to the choice.

/** Primary subtags of BCP 47. */
const common = [
  'ar', 'bg', 'bn', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'gl', 'he', 'hi', 'hr', 'hu', 'id', 'is',
  'it', 'ja', 'ko', 'lt', 'lv', 'mi', 'ms', 'mt', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sm', 'sq', 'sr', 'sv', 'sw', 'ta', 'th', 'to',
  'tr', 'uk', 'ur', 'vi', 'xh', 'zh', 'zu',
] // biome-ignore format: read as a list

/** Name and tag, by name in the reader's language. */
export function languageOptions(locale: string, besides: readonly string[]) {
  const tags = [...new Set([...common, ...besides.filter((tag) => tag !== '')])]
  return tags
    .map((value) => ({ value, label: languageName(locale, value) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale))
}

export function languageName(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
