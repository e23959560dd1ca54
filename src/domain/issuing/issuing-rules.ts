// Issuing rules as they are saved: each change is a new version, and old ones stay.
import { titlesOf } from '#domain/design/design.ts'
import type { Inputs } from '#kernel/endpoint.ts'
import { type Id, newId } from '#kernel/id.ts'
import { type Page, page } from '#kernel/page.ts'
import { found, Refusal, refuseIf } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { issuingApi, Rule } from './issuing.api.ts'
import { type IssuingRule, issuingRule } from './rule.ts'
import { findRule, insertRule, listNewestRules, listRuleRows, lockForRule } from './rule-store.ts'
import { whyNotRule } from './why-not-rule.ts'

type In = Inputs<typeof issuingApi>

export async function listRules(ctx: Ctx, { versions, ...sought }: In['listRules']): Promise<Page<Rule>> {
  if (versions === 'all') return page((await listRuleRows(ctx, sought)).map(ruleOf), sought.limit)
  const { microCredential, after, limit } = sought
  const rules = (await listNewestRules(ctx, { ids: microCredential && [microCredential], after, limit })).map(ruleOf)
  // here each stands for its micro-credential, and the list goes on after that
  const { items, next } = page(rules, limit)
  return { items, ...(next ? { next: items.at(-1)?.microCredential ?? next } : {}) }
}

export async function saveRule(ctx: Ctx, { microCredential, rule, note }: In['saveRule']): Promise<Rule> {
  refuseSenseless(rule)
  return ctx.atomically(async (ctx) => {
    const { retired } = found((await titlesOf(ctx, [microCredential])).get(microCredential), microCredential)
    refuseIf(retired ? 'retired' : undefined)
    await lockForRule(ctx, microCredential)
    const [last] = await listNewestRules(ctx, { ids: [microCredential] })
    const id = newId('rule', ctx.now)
    await insertRule(ctx, { id, microCredential, version: (last?.version ?? 0) + 1, rule, note })
    await ctx.tell({ kind: 'rule.saved', about: id, detail: { microCredential } })
    return ruleOf(found(await findRule(ctx, id), id))
  })
}

/** Throws `rule_senseless` with the fault where the rule can never decide anything. */
export function refuseSenseless(rule: IssuingRule): void {
  const fault = whyNotRule(rule)
  if (fault) throw new Refusal('rule_senseless', fault, { fault })
}

/** The newest rule of each micro-credential, or of every one that has any. */
export async function newestRules(ctx: Ctx, ids?: readonly Id<'mc'>[]): Promise<Map<Id<'mc'>, Rule>> {
  return new Map((await listNewestRules(ctx, { ids })).map((row) => [row.micro_credential, ruleOf(row)]))
}

export const ruleOf = (row: Awaited<ReturnType<typeof listRuleRows>>[number]): Rule => ({
  id: row.id,
  microCredential: row.micro_credential,
  version: row.version,
  rule: issuingRule.parse(row.rule),
  ...(row.note === null ? {} : { note: row.note }),
  created: row.created.toISOString(),
  createdBy: row.created_by,
})
