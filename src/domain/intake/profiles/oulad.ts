// The mapping profile of the Open University Learning Analytics Dataset (OULAD), with a starter for a first try.
import type { MappingProfile } from '#standards/csv/profile.ts'
import type { Starter } from '#standards/csv/starter.ts'

/** B presentations start in February, J presentations in October; all other dates are days from that start. */
const starts = { '2013B': '2013-02-01', '2013J': '2013-10-01', '2014B': '2014-02-01', '2014J': '2014-10-01' }

const outcomes = { Pass: 'passed', Distinction: 'passed_with_distinction', Fail: 'failed', Withdrawn: 'withdrawn' }
const statuses = { Pass: 'completed', Distinction: 'completed', Fail: 'completed', Withdrawn: 'withdrawn' }

const run = '{code_module}-{code_presentation}'
const ofRun = { code_module: '{code_module}', code_presentation: '{code_presentation}' }

const modules = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'GGG']

const microCredential = (key: string): Starter['microCredentials'][number] => ({
  key,
  title: `Open University module ${key}`,
  description: `Completion of the module that the dataset calls ${key}. The dataset does not disclose its subject: outcomes, skills, hours and level are illustrative.`,
  criteria: 'The final result of the module is a pass or a distinction.',
  outcomes: [
    {
      says: 'Explain and apply the main ideas of the module in marked assignments.',
      skills: [{ name: 'Applying subject knowledge' }, { name: 'Academic writing' }],
    },
    {
      says: 'Plan and complete independent study at a distance, to dates set in advance.',
      skills: [{ name: 'Self-directed learning' }, { name: 'Time management' }],
    },
    {
      says: 'Use online materials and activities to learn and to check understanding.',
      skills: [{ name: 'Online learning' }],
    },
  ],
  notionalHours: 600,
  level: 'Undergraduate (illustrative)',
})

export const ouladProfile: MappingProfile = {
  version: 1,
  slug: 'oulad',
  title: 'Open University Learning Analytics Dataset',
  description:
    'Five tables of the dataset: courses, assessments, student registrations, student information and student assessments. Learners are known by number only.',
  empty: ['?'],
  ignore: ['vle.csv', 'studentVle.csv'],
  files: [
    {
      role: 'courses',
      names: ['courses.csv'],
      derived: {
        starts_on: { from: '{code_presentation}', translate: starts },
        ends_on: { from: '{module_presentation_length}', daysAfter: '{starts_on}' },
      },
      yields: [
        {
          fact: 'offering',
          key: run,
          title: 'Open University module {code_module}, {code_presentation}',
          course: '{code_module}',
          courseTitle: 'Open University module {code_module}',
          startsOn: '{starts_on}',
          endsOn: '{ends_on}',
        },
      ],
    },
    {
      role: 'assessments',
      names: ['assessments.csv'],
      joins: [{ as: 'course', file: 'courses', on: ofRun }],
      derived: { offering: run, starts_on: '{course.starts_on}' },
      yields: [
        {
          fact: 'line_item',
          offering: '{offering}',
          key: '{id_assessment}',
          title: '{assessment_type} {id_assessment}',
          category: '{assessment_type}',
          weight: { from: '{weight}', number: { min: 0, max: 100 } },
          maximum: '100',
          dueOn: { from: '{date}', daysAfter: '{course.starts_on}' },
        },
      ],
    },
    {
      role: 'registrations',
      names: ['studentRegistration.csv'],
    },
    {
      role: 'students',
      names: ['studentInfo.csv'],
      joins: [
        { as: 'course', file: 'courses', on: ofRun },
        { as: 'registration', file: 'registrations', on: { ...ofRun, id_student: '{id_student}' }, whenMissing: 'empty' },
      ],
      yields: [
        { fact: 'learner', key: '{id_student}' },
        {
          fact: 'enrolment',
          offering: run,
          learner: '{id_student}',
          startsOn: { from: '{registration.date_registration}', daysAfter: '{course.starts_on}' },
          endsOn: { from: '{registration.date_unregistration}', daysAfter: '{course.starts_on}' },
          status: { from: '{final_result}', translate: statuses },
        },
        {
          fact: 'outcome',
          offering: run,
          learner: '{id_student}',
          value: { from: '{final_result}', translate: outcomes },
          says: '{final_result}',
        },
      ],
    },
    {
      role: 'results',
      names: ['studentAssessment.csv'],
      joins: [{ as: 'assessment', file: 'assessments', on: { id_assessment: '{id_assessment}' } }],
      yields: [
        {
          fact: 'result',
          offering: '{assessment.offering}',
          learner: '{id_student}',
          lineItem: '{id_assessment}',
          score: { from: '{score}', number: { min: 0, max: 100 } },
          submittedOn: { from: '{date_submitted}', daysAfter: '{assessment.starts_on}' },
          carriedOver: { from: '{is_banked}', translate: { '0': 'false', '1': 'true' } },
        },
      ],
    },
  ],
  starter: {
    organisation: { slug: 'open-university', name: 'Open University (learning analytics dataset)' },
    microCredentials: modules.map(microCredential),
    rule: { kind: 'final_outcome', in: ['passed', 'passed_with_distinction'] },
  },
}
