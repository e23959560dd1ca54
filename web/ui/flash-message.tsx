// What just happened, said once after a redirect. Stays until dismissed or the next page; nothing to miss, nothing that blinks away.
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Flash, Tone } from '../lib/flash.ts'
import { IconButton } from './icon-button.tsx'
import { type State, StateIcon } from './state-tag.tsx'

const marks: Record<Tone, State> = { done: 'passed', info: 'in_review', warned: 'warned', failed: 'failed' }

export function FlashMessage({ flash }: { flash: Flash | undefined }) {
  const [dismissed, dismiss] = useState<Flash>()
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-40 grid justify-items-center print:hidden">
      {flash && flash !== dismissed && <Said flash={flash} onDismiss={() => dismiss(flash)} />}
    </div>
  )
}

function Said({ flash, onDismiss }: { flash: Flash; onDismiss: () => void }) {
  const t = useTranslations()
  // A cookie is text from outside: what is not in the catalogue is not said.
  const key = flash.key as 'common.saved'
  if (!t.has(key)) return null
  return (
    <div className="arrive pointer-events-auto flex max-w-xl items-center gap-3 rounded-lg border border-line bg-raised py-1.5 ps-4 pe-1.5 text-body shadow-high">
      <StateIcon state={marks[flash.tone]} />
      <p className="flex-1">{t(key, flash.values as never)}</p>
      <IconButton icon={X} label={t('common.dismiss')} onClick={onDismiss} className="no-script:hidden" />
    </div>
  )
}
