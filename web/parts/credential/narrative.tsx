// A narrative as Open Badges has it, set as paragraphs and lists.
import { blocksOf } from './narrative-blocks.ts'

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
