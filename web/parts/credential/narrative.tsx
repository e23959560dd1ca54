// A narrative as Open Badges has it, Markdown, of which we set what narratives use: paragraphs and lists. Everything else stays text.

export function Narrative({ text, language }: { text: string; language?: string | undefined }) {
  return (
    <div lang={language} dir="auto" className="measure grid gap-3">
      {blocksOf(text).map(({ kind, lines }) =>
        kind === 'list' ? (
          <ul key={lines.join()} className="grid list-disc gap-1 ps-5 marker:text-ink-soft">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : (
          <p key={lines.join()}>{lines.join(' ')}</p>
        ),
      )}
    </div>
  )
}

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
