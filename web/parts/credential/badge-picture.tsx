// The badge: drawn badges stand in the page as SVG, so that they are sharp on screen and paper; uploaded ones as the picture they are.

/** `badge`: markup of our own drawing, or the address of a picture. */
type Props = { badge: string; title: string; arriving?: boolean }

export function BadgePicture({ badge, title, arriving }: Props) {
  const motion = arriving ? 'badge-arrives' : ''
  if (!badge.startsWith('<')) return <img src={badge} alt={title} className={`object-contain ${motion}`} />
  // drawn by our own server from the published design, every text in it escaped
  return <div className={`[&>svg]:size-full ${motion}`} dangerouslySetInnerHTML={{ __html: badge }} />
}
