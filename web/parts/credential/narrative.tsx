// A narrative as Open Badges has it, set as paragraphs and lists.
import { DatedText } from './dated-text.tsx'
import { blocksOf } from './narrative-blocks.ts'
import { Said } from './said.tsx'

export function Narrative({ text, language }: { text: string; language?: string | undefined }) {
  return (
    <div className="measure grid gap-3">
      {blocksOf(text).map(({ kind, lines }) =>
        kind === 'list' ? (
          <ul key={lines.join()} className="grid list-disc gap-1 ps-5 marker:text-ink-soft">
            {lines.map((line) => (
              <li key={line}>
                <Said as="div" language={language}>
                  <DatedText text={line} language={language} />
                </Said>
              </li>
            ))}
          </ul>
        ) : (
          <Said key={lines.join()} language={language}>
            <DatedText text={lines.join(' ')} language={language} />
          </Said>
        ),
      )}
    </div>
  )
}
