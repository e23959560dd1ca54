// Any address that is not ours: an honest 404, with the session and language still known.
export function loader() {
  throw new Response(null, { status: 404 })
}

export default function NotFoundScreen() {
  return null
}
