// The badge of a design for its page: the drawing as it comes from the API, or the address of the uploaded image.
import type { DesignDocument } from '#domain/design/design-document.ts'
import { api } from '../../lib/api.ts'
import type { Reach } from '../../lib/context.ts'
import type { BadgeSource } from './badge-picture.tsx'

type Of = Readonly<{ slug: string; id: `mc_${string}`; image: DesignDocument['badge']['image'] }>

/** Server only. Of the draft as it is saved. */
export async function badgeOfDraft(context: Reach, { slug, id, image }: Of): Promise<BadgeSource> {
  if (image.kind === 'uploaded')
    return { url: `/o/${slug}/micro-credentials/${id}/badge.png?image=${image.image}`, alternativeText: image.alternativeText }
  return { svg: await (await api(context, slug).design.badge({ id, format: 'svg', width: 512 })).text() }
}
