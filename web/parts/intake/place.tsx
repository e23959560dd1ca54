// Where a row was read, as a sentence: "results.csv, line 12".
import { useTranslations } from 'use-intl'
import { useIsolated } from '../../lib/isolated.ts'

export function Place({ file, line }: { file: string; line: number }) {
  const t = useTranslations('decision')
  return t('line', { file: useIsolated()(file), line })
}
