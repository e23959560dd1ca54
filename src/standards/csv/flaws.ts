// What can be wrong with a mapping profile beyond the kinds of its values: every code, and its sentence in English.

/** `{name}` stands for a value. */
export const profileFlaws = {
  too_many_stars: 'at most three stars',
  no_column: 'names no column',
  brace_left_open: 'a brace is left open or empty',
  no_date_format: 'not a date format',
  steps_exclude_each_other: 'number, date and daysAfter exclude each other',
  role_twice: 'another file has the role {role}',
  join_twice: 'another join has the name {name}',
  no_such_role: 'no file has the role {role}',
  read_before_joined: 'reads {name} before it is joined',
  read_before_derived: 'reads {column} before it is derived',
  joins_in_a_circle: 'joins go in a circle',
} as const

export type ProfileFlaw = keyof typeof profileFlaws

type Values = Readonly<Record<string, string>>

/** For zod's `refine` and `addIssue`: the sentence, and code and values for whoever says it in another language. */
export const flawOf = (rule: ProfileFlaw, values: Values = {}) => ({
  message: profileFlaws[rule].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name),
  params: { rule, ...values },
})
