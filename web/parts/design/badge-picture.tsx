// A badge on a page. Drawn ones stand in the page itself, so that they are set in the page's own letters.

/** `svg`: markup of `drawBadge`, in which every text is escaped; `url`: an image that was uploaded. */
export type BadgeSource = Readonly<{ svg: string } | { url: string; alternativeText: string }>

export function BadgePicture({ badge, className = '' }: { badge: BadgeSource; className?: string }) {
  if ('url' in badge) return <img src={badge.url} alt={badge.alternativeText} className={`object-contain ${className}`} />
  // our own drawing; it says nothing unescaped and has no scripts
  return <div className={`[&>svg]:size-full ${className}`} dangerouslySetInnerHTML={{ __html: badge.svg }} />
}
