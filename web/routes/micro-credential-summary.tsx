// The whole draft on one page, to be read over before it is published.
import { useOutletContext } from 'react-router'
import { Sheet } from '../parts/design/sheet.tsx'
import type { Workspace } from './micro-credential.tsx'

export default function MicroCredentialSummary() {
  const { design, base, mayWrite } = useOutletContext<Workspace>()
  return <Sheet document={design.document} editAt={mayWrite ? base : undefined} />
}
