// Does each credential that is shown hold, and is it about the one who shows it? (VCDM 2.0, 4.13 and A.2)
import { asList, isObject } from '#standards/vc/json.ts'
import { openPresentation } from '#standards/vc/presentation.ts'
import { type Check, type Noted, notRun, warned } from '../check.ts'
import { lookInside } from '../inside.ts'
import type { Report } from '../report.ts'

export const shown: Check = {
  id: 'embedded',
  after: ['well_formed'],
  async look({ credential, verifyInner }) {
    const { holder, shown } = openPresentation(credential)
    if (shown.length === 0) return [warned('embedded_none')]
    if (!verifyInner) return [notRun('embedded_unchecked')]
    const looks = shown.map(async (one): Promise<readonly Noted[]> => {
      const path = `verifiableCredential.${one.at}`
      const report = await verifyInner('token' in one ? one.token : one.document)
      return [...lookInside(report, path), ...ofAnother(report, holder, path)]
    })
    return (await Promise.all(looks)).flat()
  },
}

/** A parent may show a child's; the reader is told, and judges. */
function ofAnother({ credential = {} }: Report, holder: string | undefined, path: string): readonly Noted[] {
  // A report's credential is the document as it was parsed.
  const subjects = asList(credential.credentialSubject as never).filter(isObject)
  const ids = subjects.map(({ id }) => id).filter((id) => id !== undefined)
  return ids.length === 0 || holder === undefined || ids.includes(holder)
    ? []
    : [warned('holder_differs', { path, holder, subject: ids[0] })]
}
