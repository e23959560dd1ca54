// What a page says of itself to whoever posts its link, and to programs that read pages.
import { useTranslations } from 'use-intl'

type Props = {
  title: string
  issuer: string
  about: string
  address: string
  image: string
  /** The same as a document: its media type and address. */
  alternate: Readonly<{ type: string; href: string }>
  /** schema.org, as JSON safe inside a script element. */
  structured?: string | undefined
  /** Search engines are not to list it. */
  unlisted?: boolean
}

export function LinkPreview({ title, issuer, about, address, image, alternate, structured, unlisted }: Props) {
  const t = useTranslations()
  return (
    <>
      <title>{`${title} · ${issuer}`}</title>
      {unlisted && <meta name="robots" content="noindex" />}
      <meta name="description" content={about} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={t('shell.testamur')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={about} />
      <meta property="og:url" content={address} />
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="512" />
      <meta property="og:image:height" content="512" />
      <meta property="og:image:alt" content={title} />
      <meta name="twitter:card" content="summary" />
      <meta name="twitter:title" content={title} />
      <meta name="twitter:description" content={about} />
      <meta name="twitter:image" content={image} />
      <link rel="canonical" href={address} />
      <link rel="alternate" type={alternate.type} href={alternate.href} />
      {structured && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structured }} />}
    </>
  )
}
