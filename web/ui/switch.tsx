// On or off, for settings that take effect at once. In a form that is sent, use a Checkbox.
import type { ComponentProps, ReactNode } from 'react'

export const Switch = ({ label, ...rest }: Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: ReactNode }) => (
  <label className="inline-flex items-center gap-3 py-1">
    <span className="relative inline-block h-6 w-10 shrink-0">
      <input
        {...rest}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
        role="switch"
        className="peer h-6 w-10 cursor-pointer appearance-none rounded-full border border-line-strong bg-sunken transition-colors checked:border-transparent checked:bg-accent"
      />
      <span
        aria-hidden
        className="pointer-events-none absolute start-1 top-1 size-4 rounded-full bg-line-strong transition-transform peer-checked:translate-x-4 peer-checked:bg-on-accent rtl:peer-checked:-translate-x-4"
      />
    </span>
    {label}
  </label>
)
