// What the command palette searches: screens at once, records as soon as the server has answered.
import { CornerDownLeft, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl'

export type Found = Readonly<{ to: string; label: string; about?: string }>

export type SearchRecords = (text: string, signal: AbortSignal) => Promise<readonly Found[]>

type Props = { screens: readonly Found[]; search: SearchRecords | undefined; onDone: () => void }

export function PaletteSearch({ screens, search, onDone }: Props) {
  const t = useTranslations()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const { contains } = useFilter({ sensitivity: 'base' })
  const records = useRecords(text, search)
  const sections = [
    { id: 'screens', items: screens.filter(({ label }) => contains(label, text)) },
    { id: 'records', items: records.found },
  ].filter(({ items }) => items.length > 0)
  const go = (to: string) => {
    onDone()
    setText('')
    navigate(to)
  }
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField className="border-b border-line px-4 pt-2.5">
        <Label className="text-fine text-ink-soft">{t('shell.palette.ask')}</Label>
        <div className="flex items-center gap-2.5">
          <Search size={18} aria-hidden className="shrink-0 text-ink-soft" />
          <Input autoFocus className="min-h-11 w-full bg-transparent text-lead outline-none" />
        </div>
      </SearchField>
      <Menu
        aria-label={t('shell.palette.title')}
        className="max-h-[55dvh] overflow-y-auto p-1.5 outline-none"
        onAction={(key) => go(String(key).slice(2))}
        renderEmptyState={() => <p className="px-3 py-8 text-center text-ink-soft">{t('shell.palette.nothing', { text })}</p>}
        items={sections}
      >
        {(section) => (
          <MenuSection id={section.id}>
            <Header className="px-2.5 pt-2 pb-1 text-fine text-ink-soft">
              {t(`shell.palette.${section.id as 'screens' | 'records'}`)}
            </Header>
            <Collection items={section.items.map((item) => ({ ...item, id: `${section.id[0]}:${item.to}` }))}>
              {({ id, label, about }) => <Entry id={id} label={label} about={about} />}
            </Collection>
          </MenuSection>
        )}
      </Menu>
      <p role="status" className="border-t border-line px-4 py-2 text-fine text-ink-soft">
        {records.state === 'idle' ? t('shell.palette.keys') : t(`shell.palette.${records.state}`)}
      </p>
    </Autocomplete>
  )
}

const Entry = ({ id, label, about }: { id: string; label: string; about: string | undefined }) => (
  <MenuItem
    id={id}
    textValue={label}
    className="group/entry flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-2.5 outline-none data-[focused]:bg-hover"
  >
    <span className="flex-1 truncate">
      {label} {about && <span className="text-fine text-ink-soft">{about}</span>}
    </span>
    <CornerDownLeft size={15} aria-hidden className="flips invisible text-ink-soft group-data-[focused]/entry:visible" />
  </MenuItem>
)

type Records = { state: 'idle' | 'searching' | 'failed'; found: readonly Found[] }

/** Asked a moment after the last key, and never answered by an older question. */
function useRecords(text: string, search: SearchRecords | undefined): Records {
  const [records, setRecords] = useState<Records>({ state: 'idle', found: [] })
  useEffect(() => {
    const asked = text.trim()
    if (!search || asked.length < 2) return setRecords({ state: 'idle', found: [] })
    const stop = new AbortController()
    const wait = setTimeout(() => {
      setRecords((known) => ({ ...known, state: 'searching' }))
      search(asked, stop.signal)
        .then((found) => !stop.signal.aborted && setRecords({ state: 'idle', found }))
        .catch(() => !stop.signal.aborted && setRecords({ state: 'failed', found: [] }))
    }, 150)
    return () => {
      clearTimeout(wait)
      stop.abort()
    }
  }, [text, search])
  return records
}
