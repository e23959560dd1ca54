// A text to take along: an address, an id, a snippet. Selectable by hand where the clipboard cannot be reached.
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from './icon-button.tsx'

export function Copyable({ text, label }: { text: string; label: string }) {
  const t = useTranslations()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-md border border-line bg-sunken ps-2.5">
      <code dir="ltr" className="min-w-0 py-1 font-mono text-fine break-all select-all" title={label}>
        {text}
      </code>
      <IconButton
        icon={copied ? Check : Copy}
        label={copied ? t('common.copied') : `${t('common.copy')}: ${label}`}
        onClick={copy}
        onBlur={() => setCopied(false)}
        className="no-script:hidden"
      />
      <span role="status" className="heard">
        {copied && t('common.copied')}
      </span>
    </span>
  )
}
