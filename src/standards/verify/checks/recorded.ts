// Does each badge in a learner record hold by itself? (CLR 2.0, 8.1: every credential in it is verified as one.)
import { openClr } from '#standards/clr/clr.ts'
import { asList, isObject, type JsonObject } from '#standards/vc/json.ts'
import { type Check, notRun } from '../check.ts'
import { lookInside } from '../inside.ts'
import { isRecord } from '../reading.ts'

const mostRecorded = 64

export const recorded: Check = {
  id: 'embedded',
  after: ['known_issuer', 'proof_holds'],
  concerns: isRecord,
  async look({ credential, verifyInner }) {
    const found = openClr(credential).credentials
    if (!verifyInner || found.length > mostRecorded)
      return [notRun('embedded_crowd', { count: found.length, most: mostRecorded })]
    const looks = found.map(async (one) => lookInside(await verifyInner(one), pathOf(credential, one), 'warned'))
    return (await Promise.all(looks)).flat()
  },
}

function pathOf(record: JsonObject, badge: JsonObject): string {
  const subject = asList(record.credentialSubject).find(isObject)
  return `credentialSubject.verifiableCredential.${asList(subject?.verifiableCredential).indexOf(badge)}`
}
