// More that can be done with a thing. Every entry is an address, so without JavaScript the same links stand in a row.
import { Ellipsis, type LucideIcon } from 'lucide-react'
import { Button, MenuItem, MenuTrigger, Popover, Menu as RawMenu } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl'
import { Link } from './link.tsx'

export type MenuEntry = Readonly<{ to: string; label: string; icon?: LucideIcon; final?: boolean; whyNot?: string | undefined }>

export function Menu({ label, entries }: { label?: string; entries: readonly MenuEntry[] }) {
  const t = useTranslations()
  const navigate = useNavigate()
  const name = label ?? t('ui.menu.more')
  return (
    <>
      <noscript>
        <span className="flex flex-wrap gap-3">
          {entries
            .filter(({ whyNot }) => !whyNot)
            .map((entry) => (
              <Link key={entry.label} to={entry.to}>
                {entry.label}
              </Link>
            ))}
        </span>
      </noscript>
      <MenuTrigger>
        <Button
          aria-label={name}
          className="inline-grid size-9 cursor-pointer place-items-center rounded-md text-ink-soft hover:bg-hover hover:text-ink max-md:size-11 no-script:hidden print:hidden"
        >
          <Ellipsis size={18} aria-hidden />
        </Button>
        <Popover
          placement="bottom end"
          className="arrive min-w-48 rounded-lg border border-line bg-raised p-1 text-body text-ink shadow-high"
        >
          <RawMenu
            aria-label={name}
            className="outline-none"
            items={entries.map((entry, id) => ({ ...entry, id }))}
            disabledKeys={entries.flatMap(({ whyNot }, id) => (whyNot ? [id] : []))}
          >
            {({ id, to, label, icon, final, whyNot }) => (
              <MenuItem
                id={id}
                textValue={label}
                onAction={() => navigate(to)}
                className={`flex cursor-pointer items-start gap-2.5 rounded-md px-2.5 py-2 outline-none data-[focused]:bg-hover data-[disabled]:cursor-default data-[disabled]:text-ink-soft ${final && !whyNot ? 'text-failed' : ''}`}
              >
                <Entry label={label} icon={icon} whyNot={whyNot} />
              </MenuItem>
            )}
          </RawMenu>
        </Popover>
      </MenuTrigger>
    </>
  )
}

function Entry({ label, icon: Icon, whyNot }: { label: string; icon: LucideIcon | undefined; whyNot: string | undefined }) {
  return (
    <>
      {Icon && <Icon size={16} aria-hidden className="mt-0.5 shrink-0" />}
      <span>
        {label}
        {whyNot && <span className="block max-w-56 text-fine">{whyNot}</span>}
      </span>
    </>
  )
}
