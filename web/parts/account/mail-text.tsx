// The plain text of a mail; addresses of ours in it can be followed, others are only shown.
import { usePage } from '../../lib/page.ts'
import { Link } from '../../ui/link.tsx'

export function MailText({ text }: { text: string }) {
  const origin = usePage()?.origin ?? ''
  return (
    <p dir="auto" className="whitespace-pre-wrap">
      {text.split(/(https?:\/\/\S+)/).map((part, at) =>
        origin && part.startsWith(`${origin}/`) ? (
          <Link key={at} to={part.slice(origin.length)} dir="ltr">
            {part}
          </Link>
        ) : (
          part
        ),
      )}
    </p>
  )
}
