// The line items to choose from, as the editor lays them out: by category, and in each by the offerings that have them. Pure.
import type { OfferingLineItems } from '#domain/issuing/issuing.api.ts'

export type ChoosableItem = Readonly<{
  key: string
  title: string
  /** Those it has in different offerings; `null` where an offering gives it none. */
  weights: readonly (number | null)[]
  chosen: boolean
}>

export type ItemGroup = Readonly<{
  category: string
  /** All of this category, also those of offerings to come. */
  whole: boolean
  count: number
  /** `everywhere` where every offering has them. */
  parts: readonly Readonly<{ offerings: readonly string[]; everywhere: boolean; items: readonly ChoosableItem[] }>[]
}>

/** `lost`: chosen, but in no offering. `hidden`: found, but too many to show. */
export type LineItemChoice = Readonly<{ groups: readonly ItemGroup[]; lost: readonly string[]; hidden: number }>

type Chosen = Readonly<{ categories: readonly string[]; keys: readonly string[]; find: string }>

const most = 200

/** What is chosen is always there, whatever is searched for. */
export function lineItemChoice(offerings: readonly OfferingLineItems[], { categories, keys, find }: Chosen): LineItemChoice {
  const all = itemsIn(offerings)
  const chosen = ({ key }: Found) => keys.includes(key)
  const wanted = all.filter((item) => chosen(item) || isFound(item, find))
  const shown = new Set([...wanted.filter(chosen), ...wanted.filter((item) => !chosen(item)).slice(0, most)])
  const named = new Set([...all.map(({ category }) => category), ...categories])
  const groups = [...named].sort().map((category): ItemGroup => {
    const items = all.filter((item) => item.category === category)
    return {
      category,
      whole: categories.includes(category),
      count: items.length,
      parts: byOfferings(
        items.filter((item) => shown.has(item)),
        { total: offerings.length, chosen },
      ),
    }
  })
  return {
    groups: groups.filter(({ parts, whole }) => whole || parts.length > 0),
    lost: keys.filter((key) => !all.some((item) => item.key === key)),
    hidden: wanted.length - shown.size,
  }
}

type Found = { key: string; title: string; category: string; weights: Set<number | null>; offerings: string[] }

/** The same key in the same category is the same work in another run; the newest says its title. */
function itemsIn(offerings: readonly OfferingLineItems[]): Found[] {
  const found = new Map<string, Found>()
  for (const offering of offerings)
    for (const { key, title, category, weight } of offering.lineItems) {
      const id = JSON.stringify([category, key])
      const known = found.get(id) ?? { key, title, category, weights: new Set(), offerings: [] }
      known.weights.add(weight)
      known.offerings.push(offering.key)
      found.set(id, known)
    }
  return [...found.values()]
}

const isFound = ({ key, title, category, offerings }: Found, find: string) =>
  [title, category, key, ...offerings].some((text) => text.toLowerCase().includes(find.trim().toLowerCase()))

function byOfferings(items: readonly Found[], { total, chosen }: { total: number; chosen: (item: Found) => boolean }) {
  return [...Map.groupBy(items, ({ offerings }) => offerings.join('\n')).values()].map((group) => ({
    offerings: group[0]?.offerings ?? [],
    everywhere: group[0]?.offerings.length === total,
    items: group.map((item) => ({ key: item.key, title: item.title, weights: [...item.weights], chosen: chosen(item) })),
  }))
}
