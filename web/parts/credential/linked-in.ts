// The address with which LinkedIn opens its own form for a new certification, filled with what the page shows anyway.

type Certification = Readonly<{
  title: string
  issuer: string
  issued?: string | undefined
  until?: string | undefined
  address: string
  id: string
}>

export function linkedInAddress({ title, issuer, issued, until, address, id }: Certification): string {
  const url = new URL('https://www.linkedin.com/profile/add')
  const fields = {
    startTask: 'CERTIFICATION_NAME',
    name: title,
    organizationName: issuer,
    ...monthOf('issue', issued),
    ...monthOf('expiration', until),
    certUrl: address,
    certId: id,
  }
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value)
  return url.href
}

function monthOf(name: 'issue' | 'expiration', moment: string | undefined): Record<string, string> {
  const date = new Date(moment ?? '')
  if (Number.isNaN(date.getTime())) return {}
  return { [`${name}Year`]: String(date.getUTCFullYear()), [`${name}Month`]: String(date.getUTCMonth() + 1) }
}
