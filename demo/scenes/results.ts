// Results arrive from three systems of two institutions, are previewed and confirmed.
import { canopyExport, canopyProfile } from '../canopy.ts'
import { registerExport, registerProfile } from '../class-register.ts'
import { boats, data, seminars, water } from '../courses.ts'
import type { Course } from '../gradebook.ts'
import { importOnce, saveProfileOnce } from '../importing.ts'
import type { Scene, Stage } from '../stage.ts'

export const firstResults: Scene = {
  title: 'The university imports the results of two courses',
  async tell(stage) {
    await stage.moment(69, '14:10')
    await saveProfileOnce(stage.as('rita', 'willowbrook'), canopyProfile)
    await arrived(stage, water, 67)
    await arrived(stage, data, 55)
  },
}

export const collegeResults: Scene = {
  title: 'The college imports its class register',
  async tell({ as, day, moment, until }) {
    await moment(44, '15:20')
    const amina = as('amina', 'harbour')
    const profile = registerProfile(boats)
    await saveProfileOnce(amina, profile)
    await importOnce(until, amina, profile.slug, registerExport(boats, day))
  },
}

export const seminarResults: Scene = {
  title: 'The results of the seminars arrive',
  tell: (stage) => arrived(stage, seminars, 11),
}

async function arrived({ as, day, moment, until }: Stage, course: Course, on: number): Promise<void> {
  await moment(on, '09:35')
  await importOnce(until, as('rita', 'willowbrook'), canopyProfile.slug, canopyExport(course, day))
}
