// Does the issuer answer for the key that signed? When nobody can be reached we do not guess.
import { proofsOf } from '#standards/vc/data-integrity.ts'
import { isObject } from '#standards/vc/json.ts'
import { type Check, failed, passed } from '../check.ts'
import { keyFor } from '../keys.ts'
import { issuerIdOf } from '../reading.ts'

export const knownIssuer: Check = {
  id: 'known_issuer',
  asks: 'Is the key that signed it the issuer’s?',
  after: [],
  async look({ credential, world }) {
    const issuer = issuerIdOf(credential)
    const methods = new Set(proofsOf(credential).map((proof) => (isObject(proof) ? proof.verificationMethod : undefined)))
    if (methods.size === 0) return [issuer === undefined ? failed('issuer_malformed') : failed('key_unnamed', { issuer })]
    const answers = [...methods].map(async (method) => {
      const key = await keyFor(issuer, method, world)
      return 'outcome' in key ? key : passed('issuer_known', { issuer, key: method })
    })
    return Promise.all(answers)
  },
}
