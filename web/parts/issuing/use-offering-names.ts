// Offerings named in a sentence: the first few, and how many more.
import { useFormatter, useTranslations } from 'use-intl'
import { useIsolated } from '../../lib/isolated.ts'

const most = 3

export function useOfferingNames(): (keys: readonly string[]) => string {
  const t = useTranslations('rules.editor.items')
  const format = useFormatter()
  const isolated = useIsolated()
  return (keys) => {
    const named = keys.slice(0, keys.length === most + 1 ? most + 1 : most)
    const more = keys.length - named.length
    return format.list([...named.map(isolated), ...(more > 0 ? [t('andMore', { count: more })] : [])])
  }
}
