// What a decision says, in English: code → ICU message. The catalogues mirror this table. Lists arrive already joined; outcomes already translated.

export const decisionWords = {
  outcome_is_wanted: 'Final outcome: {outcome} (recorded as “{says}”)',
  outcome_is_another: 'Final outcome: {outcome} (recorded as “{says}”); needed: {wanted}',
  outcome_pending: 'The final outcome is still pending (recorded as “{says}”); needed: {wanted}',
  outcome_missing: 'There is no final outcome yet; needed: {wanted}',

  average_reached:
    'Weighted average {seen} of at least {needed}{unscored, select, counts_as_zero {; counted as zero: {missing}} left_out {; left out: {missing}} other {}}',
  average_short:
    'Weighted average {seen}, below the {needed} needed{unscored, select, counts_as_zero {; counted as zero: {missing}} left_out {; left out: {missing}} other {}}',
  average_results_missing:
    '{missingCount, plural, one {One result is} other {# results are}} missing for a weighted average of at least {needed}: {missing}',
  average_nothing_scored: 'Nothing has been scored yet; a weighted average of at least {needed} is needed',
  average_no_line_items: 'No line item here is meant by the rule, so there is no weighted average',
  average_line_items_unknown: 'The rule names line items that are not here: {keys}',
  average_weights_missing: 'No usable weight is recorded for {titles}',
  average_weights_are_zero: 'The weights sum to zero, so there is no weighted average: {titles}',
  average_maximum_missing: 'No maximum score is recorded for {titles}, so the scores cannot be compared',

  line_items_reached: '{seen} of {count} line items reach {scoring}%; at least {needed} must',
  line_items_out_of_reach:
    '{seen} of {count} line items reach {scoring}% and {short} fall short; {needed} can no longer be reached',
  line_items_open: '{seen} of {count} line items reach {scoring}% so far; at least {needed} must. Still open: {missing}',
  line_items_too_few: 'The rule asks for {needed} line items, and there are only {count} that it means',

  all_qualifies: 'All {count} conditions are met',
  all_does_not_qualify: '{unmet, plural, one {One condition is} other {# conditions are}} not met; all {count} must be',
  all_cannot_tell: '{open, plural, one {One condition is} other {# conditions are}} still open; all {count} must be met',
  any_qualifies: '{met, plural, one {One condition is} other {# conditions are}} met, of {count}; one is enough',
  any_does_not_qualify: 'None of the {count} conditions is met; one is needed',
  any_cannot_tell: 'No condition is met yet and {open, plural, one {one is} other {# are}} still open; one of {count} is needed',
  not_qualifies: 'What must not be the case is not the case',
  not_does_not_qualify: 'What must not be the case is the case',
  not_cannot_tell: 'Whether what must not be the case is the case is still open',
} as const

export type DecisionCode = keyof typeof decisionWords

export const verdictWords = {
  qualifies: 'Qualifies',
  does_not_qualify: 'Does not qualify',
  cannot_tell: 'Cannot tell yet',
} as const

export const outcomeWords = {
  passed: 'passed',
  passed_with_distinction: 'passed with distinction',
  failed: 'failed',
  withdrawn: 'withdrawn',
  pending: 'pending',
} as const
