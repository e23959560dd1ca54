// Choosing line items for a condition: by title, by whole categories, found by searching. Plain checkboxes, so it works without JavaScript.
import { Search } from 'lucide-react'
import { useId } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useIsolated } from '../../lib/isolated.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { inputLook } from '../../ui/field.tsx'
import type { KnownLineItems } from './known-line-items.ts'
import { type ChoosableItem, type ItemGroup, lineItemChoice } from './line-item-choice.ts'
import type { Draft } from './rule-draft.ts'
import { useOfferingNames } from './use-offering-names.ts'

type Props = { draft: Draft; at: string; set: (changes: Partial<Draft>) => void; known: KnownLineItems }
type Choosing = { at: string; change: (field: 'categories' | 'keys', name: string, chosen: boolean) => void }

export function RuleLineItems({ draft, at, set, known }: Props) {
  const t = useTranslations('rules.editor.items')
  const [categories = [], keys = [], find = ''] = [draft.chosen.categories, draft.chosen.keys, draft.typed.find]
  const { groups, lost, hidden } = lineItemChoice(known.offerings, { categories, keys, find })
  const count = categories.length + keys.length
  const many = groups.flatMap(({ parts }) => parts.flatMap(({ items }) => items)).length > manyItems
  const choosing: Choosing = {
    at,
    change: (field, name, chosen) => {
      const others = (draft.chosen[field] ?? []).filter((one) => one !== name)
      set({ chosen: { ...draft.chosen, [field]: chosen ? [...others, name] : others } })
    },
  }
  return (
    <fieldset id={`line-items-${at}`}>
      <legend className="font-semibold">{t('legend')}</legend>
      <p className="measure text-fine text-ink-soft">{t('help')}</p>
      <Disclosure
        summary={
          <>
            {t('choose')}
            {count > 0 && <span className="font-normal text-ink-soft"> · {t('chosen', { count })}</span>}
          </>
        }
        open={count > 0 || find !== ''}
      >
        {known.offerings.length === 0 && lost.length + categories.length === 0 ? (
          <p className="measure">{t('none')}</p>
        ) : (
          <div className="rounded-lg border border-line bg-surface">
            <Find at={at} find={find} onFind={(find) => set({ typed: { ...draft.typed, find } })} />
            <div
              className={`grid items-start gap-x-6 gap-y-4 p-3.5 sm:grid-cols-2 ${many ? 'max-h-[28rem] overflow-y-auto' : ''}`}
            >
              {groups.map((group) => (
                <Group key={group.category} group={group} alone={known.offerings.length === 1} {...choosing} />
              ))}
              <Lost keys={lost} {...choosing} />
              {groups.length === 0 && <p className="text-ink-soft">{t('nothing')}</p>}
              {hidden > 0 && <p className="text-ink-soft">{t('hidden', { count: hidden })}</p>}
              {known.left > 0 && <p className="text-ink-soft">{t('left', { count: known.left })}</p>}
            </div>
          </div>
        )}
      </Disclosure>
    </fieldset>
  )
}

/** More than these scroll in a frame of their own; fewer are seen all at once. */
const manyItems = 40

function Find({ at, find, onFind }: { at: string; find: string; onFind: (find: string) => void }) {
  const t = useTranslations('rules.editor.items')
  return (
    <div className="flex items-end gap-2 border-b border-line p-3.5">
      <label className="flex-1">
        <span className="text-fine text-ink-soft">{t('find')}</span>
        <span className="relative mt-0.5 block">
          <Search size={16} aria-hidden className="pointer-events-none absolute start-3 top-1/2 -translate-y-1/2 text-ink-soft" />
          <input
            type="search"
            name={`${at}.find`}
            value={find}
            onChange={({ currentTarget }) => onFind(currentTarget.value)}
            // finding is done while typing; the form is not meant
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            maxLength={200}
            autoComplete="off"
            dir="auto"
            className={`${inputLook} ps-9`}
          />
        </span>
      </label>
      <Button type="submit" name="edit" value="keep" formAction={`#line-items-${at}`} size="small" className="script:hidden">
        {t('findAction')}
      </Button>
    </div>
  )
}

type GroupProps = Choosing & { group: ItemGroup; alone: boolean }

/** Where there is one offering only, it need not be said that everything is in it. */
function Group({ group: { category, whole, parts }, alone, ...choosing }: GroupProps) {
  const t = useTranslations('rules.editor.items')
  const offerings = useOfferingNames()
  return (
    <fieldset>
      <legend className="font-semibold">
        <bdi>{category}</bdi>
      </legend>
      <Checkbox
        name={`${choosing.at}.categories`}
        value={category}
        label={t('whole', { category: useIsolated()(category) })}
        checked={whole}
        onChange={({ currentTarget }) => choosing.change('categories', category, currentTarget.checked)}
      />
      {parts.map(({ offerings: has, everywhere, items }) => (
        <div key={has.join()} className="ms-7.5 mt-1">
          {!alone && (
            <p className="text-fine text-ink-soft">{everywhere ? t('everywhere') : t('only', { offerings: offerings(has) })}</p>
          )}
          {items.map((item) => (
            <Item key={item.key} item={item} whole={whole} {...choosing} />
          ))}
        </div>
      ))}
    </fieldset>
  )
}

function Item({ item: { key, title, weights, chosen }, whole, at, change }: Choosing & { item: ChoosableItem; whole: boolean }) {
  const t = useTranslations('rules.editor.items')
  const weight = useWeight()
  return (
    <div>
      {/* A box that is switched off is not sent, and its choice is not to be lost. */}
      {whole && chosen && <input type="hidden" name={`${at}.keys`} value={key} />}
      <Checkbox
        name={`${at}.keys`}
        value={key}
        disabled={whole}
        checked={whole || chosen}
        onChange={({ currentTarget }) => change('keys', key, currentTarget.checked)}
        label={
          <>
            <bdi>{title}</bdi>{' '}
            <span className="figures text-fine text-ink-soft">
              {weight(weights)}
              {whole && ` · ${t('included')}`}
            </span>
          </>
        }
      />
    </div>
  )
}

function useWeight() {
  const t = useTranslations('rules.editor.items')
  const format = useFormatter()
  return (weights: readonly (number | null)[]) => {
    const known = weights.filter((weight) => weight !== null).sort((a, b) => a - b)
    if (known.length === 0) return t('noWeight')
    const said = t('weight', { weights: format.list(known.map((weight) => format.number(weight))) })
    return known.length < weights.length ? `${said} · ${t('noWeight')}` : said
  }
}

/** Chosen once, and now in no offering: it is not dropped behind anybody's back. */
function Lost({ keys, at, change }: Choosing & { keys: readonly string[] }) {
  const t = useTranslations('rules.editor.items')
  const id = useId()
  if (keys.length === 0) return null
  return (
    <fieldset aria-labelledby={id}>
      <legend id={id} className="font-semibold">
        {t('lost')}
      </legend>
      {keys.map((key) => (
        <div key={key}>
          <Checkbox
            name={`${at}.keys`}
            value={key}
            label={<bdi>{key}</bdi>}
            checked
            onChange={() => change('keys', key, false)}
          />
        </div>
      ))}
    </fieldset>
  )
}
