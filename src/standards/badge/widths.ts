// How wide letters are: Newsreader SemiBold's own advances for ASCII, and fair guesses for the rest of the world's writing.

/** In thousandths of the font size, from the space (32) to the tilde (126). */
const ascii = [
  219, 284, 392, 611, 611, 838, 743, 211, 297, 297, 433, 512, 253, 362, 247, 405, 611, 611, 611, 611, 611, 611, 611, 611, 611,
  611, 269, 278, 512, 512, 512, 483, 896, 756, 689, 716, 785, 671, 621, 770, 835, 371, 476, 773, 637, 1024, 781, 790, 651, 789,
  700, 586, 700, 784, 729, 1028, 759, 723, 654, 328, 405, 329, 512, 411, 500, 490, 569, 461, 579, 482, 378, 520, 588, 304, 277,
  580, 292, 868, 600, 542, 584, 567, 430, 412, 381, 572, 551, 782, 533, 553, 460, 323, 246, 323, 512,
]

/** The first row that fits a letter (after its accents were taken off) gives its width. */
const writings: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/\p{Script=Arabic}/u, 410],
  [/\p{Script=Hebrew}/u, 540],
  [/\p{Script=Cyrillic}|\p{Script=Greek}/u, 690],
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u, 1000],
  [/\p{Lu}|[æœ—…]/u, 840],
  [/./su, 640],
]

/** Width of a line in user units at a font size. */
export function widthOf(text: string, size: number, letterSpacing = 0): number {
  const letters = Array.from(text.normalize('NFD'))
  const widths = letters.map(thousandths)
  const advancing = widths.filter((width) => width > 0).length
  return (widths.reduce((sum, width) => sum + width, 0) * size) / 1000 + Math.max(0, advancing - 1) * letterSpacing
}

const thousandths = (letter: string): number =>
  ascii[(letter.codePointAt(0) ?? 0) - 32] ?? writings.find(([pattern]) => pattern.test(letter))?.[1] ?? 640
