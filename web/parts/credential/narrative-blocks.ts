// A narrative taken apart: Markdown, of which narratives use paragraphs and lists. Everything else stays text.

export type Block = Readonly<{ kind: 'list' | 'paragraph'; lines: readonly string[] }>

/** Lines that begin with a bullet form lists; an empty line ends a paragraph. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: { kind: Block['kind']; lines: string[] }[] = []
  let open: Block['kind'] | undefined
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    const item = /^[-*•]\s+(.*)$/.exec(line)?.[1]
    const kind = item === undefined ? 'paragraph' : 'list'
    if (line === '') open = undefined
    else if (kind === open) blocks.at(-1)?.lines.push(item ?? line)
    else blocks.push({ kind, lines: [item ?? line] })
    if (line !== '') open = kind
  }
  return blocks
}
