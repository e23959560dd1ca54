// A place for files: dropped, chosen, or by keyboard. Underneath is a plain file input, so it works and speaks like one.
import { FileUp } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FieldError } from './field.tsx'
import { fieldId, useFormField } from './form.tsx'
import { useNumber } from './number-text.tsx'

type Props = {
  name: string
  label: ReactNode
  help?: ReactNode
  /** Endings or media types, as in HTML: `.csv,text/csv`. */
  accept?: string
  many?: boolean
  /** Bytes a file may have. */
  most?: number
  required?: boolean
  onFiles?: (files: File[]) => void
}

export function FileDrop({ name, label, help, accept, many = false, most, required, onFiles }: Props) {
  const t = useTranslations()
  const number = useNumber()
  const id = fieldId(name)
  const { error: sent } = useFormField(name, typeof label === 'string' ? label : undefined)
  const [files, setFiles] = useState<File[]>([])
  const large = files.find(({ size }) => most !== undefined && size > most)
  const error = large && most ? t('ui.file.tooLarge', { name: large.name, size: number(most, 'bytes') }) : sent
  const take = (chosen: FileList | null) => {
    const list = [...(chosen ?? [])]
    setFiles(list)
    onFiles?.(list)
  }
  const about = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <FieldError id={id} error={error} />
      <div className="relative mt-1.5 grid min-h-32 place-items-center rounded-lg border-2 border-dashed border-line-strong bg-surface p-5 text-center focus-within:border-accent hover:bg-hover has-[:invalid:user-invalid]:border-failed">
        <div className="grid justify-items-center gap-1">
          <FileUp size={24} strokeWidth={1.75} aria-hidden className="text-accent-ink" />
          <span aria-hidden className="font-semibold">
            {t('ui.file.drop', { many: many ? 'yes' : 'no' })}
          </span>
          <span id={`${id}-help`} className="text-fine text-ink-soft">
            {help && <span className="block">{help}</span>}
            {most !== undefined && t('ui.file.most', { size: number(most, 'bytes') })}
          </span>
          <Chosen files={files} />
        </div>
        {/* Lies over the whole place: a drop lands on the input itself, which is all the scripting a drop needs. */}
        <input
          id={id}
          type="file"
          {...{ name, accept, required }}
          multiple={many}
          aria-describedby={about || undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => take(event.currentTarget.files)}
          className="absolute inset-0 cursor-pointer opacity-0 no-script:static no-script:opacity-100 file:me-3 file:rounded-md file:border file:border-line-strong file:px-3 file:py-1.5"
        />
      </div>
    </div>
  )
}

function Chosen({ files }: { files: readonly File[] }) {
  const t = useTranslations()
  const number = useNumber()
  return (
    <div role="status" className="text-fine">
      {files.length > 0 && <span className="heard">{t('ui.file.chosen', { count: files.length })}</span>}
      <ul>
        {files.slice(0, 12).map((file) => (
          <li key={file.name} className="font-semibold text-ink">
            <bdi>{file.name}</bdi> <span className="figures font-normal text-ink-soft">{number(file.size, 'bytes')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
