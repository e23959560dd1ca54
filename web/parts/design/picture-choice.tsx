// One of a few, chosen by its picture; the word stands below it. Real radio buttons, so arrows and screen readers work as ever.
import { type ReactNode, useId } from 'react'

type Props = {
  name: string
  label: string
  defaultValue: string
  choices: readonly Readonly<{ value: string; label: string; picture: ReactNode }>[]
}

export function PictureChoice({ name, label, defaultValue, choices }: Props) {
  const id = useId()
  return (
    <fieldset>
      <legend className="font-semibold">{label}</legend>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {choices.map(({ value, label, picture }) => (
          <label
            key={value}
            htmlFor={`${id}-${value}`}
            className="grid w-24 cursor-pointer justify-items-center gap-1.5 rounded-md border border-line-strong/60 bg-surface px-2 py-2.5 text-fine hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:shadow-[inset_0_0_0_1px_var(--accent-fill)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink"
          >
            <input
              id={`${id}-${value}`}
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              className="heard"
            />
            <span aria-hidden className="size-10 text-accent-ink [&>svg]:size-full">
              {picture}
            </span>
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
