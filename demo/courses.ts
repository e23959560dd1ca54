// The courses whose results arrive in the story.
import type { Course } from './gradebook.ts'
import { boatLearners, dataLearners, seminarLearners, waterLearners } from './learner-names.ts'

const padded = (prefix: string, first: number) => (index: number) => `${prefix}${String(first + index).padStart(4, '0')}`

export const water: Course = {
  run: 'WATER-310-1',
  course: 'WATER-310',
  title: 'Community Water Quality Monitoring',
  term: 'first run',
  starts: 112,
  ends: 68,
  seed: 310,
  names: waterLearners,
  numbers: padded('W26-', 101),
  items: [
    { key: 'plan', title: 'Sampling plan', group: 'Assignment', weight: 20, points: 20, due: 103 },
    { key: 'lab', title: 'Test kit practical', group: 'Practical', weight: 30, points: 30, due: 94 },
    { key: 'log', title: 'Field log of three visits', group: 'Practical', weight: 20, points: 20, due: 83 },
    { key: 'report', title: 'Report to the neighbourhood', group: 'Assignment', weight: 30, points: 50, due: 72 },
  ],
}

export const data: Course = {
  run: 'DATA-201-1',
  course: 'DATA-201',
  title: 'Responsible Data Analysis',
  term: 'first run',
  starts: 105,
  ends: 56,
  seed: 204,
  names: dataLearners,
  // who monitored water keeps the number
  numbers: (index) => padded('W26-', index < 2 ? 101 : 199)(index),
  items: [
    { key: 'quiz-1', title: 'Quiz: describing data', group: 'Quiz', weight: 10, points: 20, due: 98 },
    { key: 'quiz-2', title: 'Quiz: uncertainty', group: 'Quiz', weight: 10, points: 20, due: 88 },
    { key: 'notebook', title: 'Analysis notebook', group: 'Assignment', weight: 35, points: 100, due: 78 },
    { key: 'ethics', title: 'Ethics case', group: 'Case', weight: 15, points: 40, due: 68 },
    { key: 'project', title: 'Project with a partner', group: 'Project', weight: 30, points: 100, due: 59 },
  ],
}

export const seminars: Course = {
  run: 'EDU-140-1',
  course: 'EDU-140',
  title: 'Facilitating Inclusive Online Seminars',
  term: 'first run',
  starts: 54,
  ends: 13,
  seed: 141,
  names: seminarLearners,
  numbers: padded('W26-', 301),
  items: [
    { key: 'welcome', title: 'Welcome session, observed', group: 'Portfolio', weight: 25, points: 10, due: 46 },
    { key: 'captions', title: 'Accessible materials', group: 'Portfolio', weight: 25, points: 10, due: 37 },
    { key: 'moderation', title: 'Moderated discussion', group: 'Portfolio', weight: 25, points: 10, due: 27 },
    { key: 'reflection', title: 'Reflection with a peer', group: 'Portfolio', weight: 25, points: 10, due: 17 },
  ],
}

export const boats: Course = {
  run: 'BOAT-E2-Winter',
  course: 'BOAT-E2',
  title: 'Small Boat Electrical Systems',
  term: 'Winter class',
  starts: 98,
  ends: 45,
  seed: 22,
  names: boatLearners,
  numbers: padded('H', 2201),
  items: [
    { key: 'bench', title: 'Wiring bench', group: 'Workshop', weight: 30, points: 10, due: 86 },
    { key: 'fault', title: 'Fault finding', group: 'Workshop', weight: 30, points: 10, due: 74 },
    { key: 'theory', title: 'Theory test', group: 'Test', weight: 20, points: 10, due: 62 },
    { key: 'trial', title: 'Sea trial report', group: 'Workshop', weight: 20, points: 10, due: 49 },
  ],
}
