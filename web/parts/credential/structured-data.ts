// The micro-credential as schema.org has it, for programs that read pages. It describes what can be earned; the earner is not named.
import type { ReadAchievement } from './reading.ts'

type About = Readonly<{ issuer: Readonly<{ name: string; url?: string | undefined }>; address: string; image: string }>

/** schema.org, EducationalOccupationalCredential. JSON text that is safe inside a script element. */
export function structuredData(
  read: ReadAchievement & { until?: string | undefined },
  { issuer, address, image }: About,
): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalCredential',
    name: read.title,
    description: read.description,
    credentialCategory: 'micro-credential',
    url: address,
    image,
    inLanguage: read.language,
    educationalLevel: read.levels.length > 0 ? read.levels.join(', ') : undefined,
    competencyRequired: read.outcomes.map(({ text }) => text),
    expires: read.until,
    recognizedBy: { '@type': 'EducationalOrganization', name: issuer.name, url: issuer.url },
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
