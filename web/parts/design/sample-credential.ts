// A credential of a draft as if somebody had just earned it: composed like a real one, with a made-up earner, offering and results. Server only.
import { createTranslator } from 'use-intl/core'
import type { MicroCredential } from '#domain/design/design.api.ts'
import { openBadgeFor } from '#domain/issuing/compose.ts'
import type { Organisation } from '#domain/organisations/organisations.api.ts'
import { composeOpenBadge } from '#standards/openbadge/credential.ts'
import { isLocale, type Locale } from '../../lib/locale.ts'
import { messagesIn } from '../../messages/messages.ts'
import { qrCode } from '../credential/qr-code.ts'
import { readCredential } from '../credential/reading.ts'
import type { SharedPage } from '../credential/shared-page.ts'

type Of = Readonly<{
  design: MicroCredential
  organisation: Organisation
  /** Markup of the drawing, or the address of the uploaded picture. */
  badge: string
  origin: string
  now: Date
  locale: Locale
}>

export async function sampleCredential({ design, organisation, badge, origin, now, locale }: Of): Promise<SharedPage> {
  // as the results of a course are named: in its own language, where that is one of ours
  const [language = ''] = design.document.overview.language[0]?.split('-') ?? []
  const words = isLocale(language) ? language : locale
  const t = createTranslator({ locale: words, messages: await messagesIn(words), namespace: 'design' })
  const { document, id, key, version = 0 } = design
  const { name, slug, accent, did, url } = organisation
  const title = document.overview.title || t('untitled')
  const work = (['first', 'second', 'third'] as const).map((one) => ({
    id: one,
    title: t(`preview.work.${one}`),
    category: t('preview.category'),
    weight: null,
    maximum: samples[one].maximum,
  }))
  const credential = openBadgeFor({
    id: `${origin}/credentials/${id}`,
    issuer: { id: did, name, ...(url ? { url } : {}) },
    validFrom: now,
    statuses: [],
    achievement: {
      id: `${origin}/achievements/${id}`,
      version: version + 1,
      key,
      image: '',
      design: {
        ...document,
        overview: { ...document.overview, title },
        assessment: { ...document.assessment, criteria: document.assessment.criteria || t('value.missing') },
      },
    },
    identifiers: [{ identityType: 'name', identity: t('preview.holder'), hashed: false }],
    offering: { title: t('preview.offering') },
    lineItems: work,
    results: work.map(({ id }) => ({ id, lineItem: id, score: samples[id].score })),
  })
  // the version is not published yet, so it has no address to go to
  const read = { ...readCredential(composeOpenBadge(credential)), address: undefined }
  // scanned from a printed sample, the code leads to where real ones are checked
  const address = `${origin}/verify`
  return {
    shared: {
      state: 'valid',
      issuer: { name, slug, accent, did, ...(url ? { url } : {}) },
      learner: { name: t('preview.holder') },
      offering: { key, title: t('preview.offering') },
      badge,
    },
    read,
    page: { address, code: qrCode(address), earnedToday: false, sample: true },
  }
}

const samples = {
  first: { score: 84, maximum: 100 },
  second: { score: 91, maximum: 100 },
  third: { score: 17, maximum: 20 },
} as const
