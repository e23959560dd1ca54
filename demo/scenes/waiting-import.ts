// Late corrections arrive, some of them wrong; the preview waits for somebody to look at it.
import { canopyProfile } from '../canopy.ts'
import { seminars } from '../courses.ts'
import { csv, entriesOf } from '../gradebook.ts'
import { previewOnce } from '../importing.ts'
import type { Scene } from '../stage.ts'

export const waitingImport: Scene = {
  title: 'Late corrections wait in preview',
  async tell({ as, day, moment, until }) {
    await moment(2, '16:50')
    await previewOnce(until, as('rita', 'willowbrook'), canopyProfile.slug, { 'grades-corrections.csv': corrections(day) })
  },
}

/** Eight that can be understood, and five rows as they come out of real spreadsheets. */
function corrections(day: (daysBefore: number) => string): string {
  const { run } = seminars
  const late = entriesOf(seminars).slice(8, 16)
  return csv([
    ['run', 'student', 'column', 'points', 'handed in'],
    ...late.map(({ number }, index) => [run, number, 'reflection', 6 + (index % 4), day(4)]),
    [run, 'W26-0318', 'captions', '7o', day(4)],
    [run, 'W26-0319', 'captions', 105, day(4)],
    [run, 'W26-0320', 'essay', 8, day(4)],
    [run, 'W26-9999', 'captions', 8, day(4)],
    [run, 'W26-0321', 'captions', 8, 'last Friday'],
  ])
}
