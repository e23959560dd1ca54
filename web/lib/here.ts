// Where a reader is in the console: the address of the organisation, and what they may do there.
import { useParams } from 'react-router'
import { usePage } from './page.ts'

export function useHere() {
  const { organisation: slug = '' } = useParams()
  const acts = usePage()?.session.organisations.find((one) => one.slug === slug)?.acts ?? []
  return { slug, base: `/o/${slug}`, may: (act: string) => acts.includes(act) }
}
