// The whole draft on one page, to be read over before it is published.
import { useOutletContext } from 'react-router'
import { Sheet } from '../parts/design/sheet.tsx'
import { useForgetSaved } from '../parts/design/use-forget-saved.ts'
import type { Workspace } from './micro-credential.tsx'

export default function MicroCredentialSummary() {
  const { design, base, person, mayWrite } = useOutletContext<Workspace>()
  useForgetSaved(person, design.id)
  return <Sheet document={design.document} editAt={mayWrite ? base : undefined} />
}
