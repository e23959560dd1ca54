// Text from files and strangers on a terminal: nothing in it may move the cursor, ring the bell or turn the line around.

// the directional controls of Unicode Bidirectional Algorithm 2.1 to 2.6
const directional = '\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069'
const dangerous = new RegExp(`[\\p{Cc}${directional}]`, 'gu')

/** One line, with a replacement character for everything that is no text. */
export const printable = (line: string): string => line.replaceAll(dangerous, '\uFFFD')
