// A table in plain text: the first column to the left, figures to the right.

/** Columns as wide as their widest cell; every row has as many cells as the head. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))))
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => padded(row[column] ?? '', width, column === 0))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)]
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
const widthOf = (text: string) => [...letters.segment(text)].length

function padded(text: string, width: number, toTheLeft: boolean): string {
  const space = ' '.repeat(width - widthOf(text))
  return toTheLeft ? text + space : space + text
}
