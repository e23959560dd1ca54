// Lists that come in pages, read through to the end, one page in memory at a time.

type Page<T> = Readonly<{ items: readonly T[]; next?: string | undefined }>

export async function* everyItem<T>(pageAfter: (after: { after?: string }) => Promise<Page<T>>): AsyncGenerator<T> {
  let after: string | undefined
  do {
    const { items, next } = await pageAfter(after === undefined ? {} : { after })
    yield* items
    after = next
  } while (after !== undefined)
}
