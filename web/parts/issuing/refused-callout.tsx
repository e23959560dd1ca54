// What the door refused, above the list it concerns; in the reader's words where the catalogue has them.
import { useIssueText } from '../../lib/issue-text.ts'
import type { Problem } from '../../lib/problem.ts'
import { Callout } from '../../ui/callout.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'

export function RefusedCallout({ problem }: { problem: Problem | undefined }) {
  const issueText = useIssueText()
  const problemText = useProblemText()
  if (!problem) return null
  const { title, detail } = problemText(problem)
  const [issue] = problem.issues ?? []
  return (
    <div role="alert" className="mb-4">
      <Callout tone="failed" title={title}>
        {issue ? issueText(issue) : detail}
      </Callout>
    </div>
  )
}
