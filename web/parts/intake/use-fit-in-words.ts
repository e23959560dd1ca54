// Why a mapping profile fits some files, or does not, as sentences.
import { useFormatter, useTranslations } from 'use-intl'
import { useIsolated } from '../../lib/isolated.ts'
import type { Fit } from './fitting-profile.ts'

export function useFitInWords() {
  const t = useTranslations('imports.fits')
  const format = useFormatter()
  const isolated = useIsolated()
  const list = (names: readonly string[]) => format.list(names.map(isolated))
  return ({ fitting, lacking, misnamed, missing }: Fit): string =>
    [
      fitting.length > 0 && t('fitting', { names: list(fitting), count: fitting.length }),
      ...lacking.map(({ name, columns }) =>
        t('lacking', { name: isolated(name), columns: list(columns), count: columns.length }),
      ),
      ...misnamed.map(({ name, expected }) => t('misnamed', { name: isolated(name), expected: isolated(expected) })),
      missing.length > 0 && t('missing', { names: list(missing), count: missing.length }),
    ]
      .filter(Boolean)
      .join(' ')
}
