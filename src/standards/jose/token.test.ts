import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CompactSign, compactVerify } from 'jose'
import type { PublicKey } from '#standards/did/key.ts'
import { toBase64url } from '#standards/vc/multibase.ts'
import { turnedOver } from '../../../fixtures/spoiling.ts'
import { tokenKey } from '../../../fixtures/token-keys.ts'
import { type Algorithm, algorithms, checkToken, looksLikeToken, makeToken, readToken, type TokenRefusal } from './token.ts'

const payload = { hello: 'Ünïcödé 😀', list: [1, 2.5, null] }

for (const alg of Object.keys(algorithms) as Algorithm[])
  test(`${alg}: what we sign jose verifies, what jose signs we verify, and no byte can be changed`, async () => {
    const { key, privateKey, publicKey, sign } = await tokenKey(alg)
    const ours = await makeToken({ header: { alg, kid: 'https://x.example/key' }, payload, sign })
    assert.deepEqual(await checkToken(readToken(ours), key), { holds: true })
    const read = await compactVerify(ours, publicKey)
    assert.deepEqual(JSON.parse(new TextDecoder().decode(read.payload)), payload)
    const theirs = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg })
      .sign(privateKey)
    assert.deepEqual(readToken(theirs).payload, payload)
    assert.deepEqual(await checkToken(readToken(theirs), key), { holds: true })
    await fc.assert(
      fc.asyncProperty(turnedOver(new TextEncoder().encode(ours)), async (bytes) => {
        assert.equal(await holds(new TextDecoder().decode(bytes), key), false)
      }),
      { numRuns: 60 },
    )
  })

async function holds(text: string, key: PublicKey): Promise<boolean> {
  try {
    return (await checkToken(readToken(text), key)).holds
  } catch (error) {
    assert.equal((error as Error).name, 'Refusal')
    return false
  }
}

test('a token is not believed with a key of another kind, nor with another key', async () => {
  const [first, second, edwards] = [await tokenKey('ES256'), await tokenKey('ES256'), await tokenKey('EdDSA')]
  const token = readToken(await makeToken({ header: { alg: 'ES256' }, payload, sign: first.sign }))
  assert.partialDeepStrictEqual(await checkToken(token, second.key), { holds: false, code: 'signature_wrong' })
  assert.partialDeepStrictEqual(await checkToken(token, edwards.key), { holds: false, code: 'proof_key_unfit' })
})

const part = (text: string) => toBase64url(new TextEncoder().encode(text))
const body = part('{"a":1}')
const refused: readonly (readonly [string, string, TokenRefusal])[] = [
  ['nothing', '', 'token_malformed'],
  ['two parts', `${part('{"alg":"ES256"}')}.${body}`, 'token_malformed'],
  ['four parts', `${part('{"alg":"ES256"}')}.${body}.AA.AA`, 'token_malformed'],
  ['no signature', `${part('{"alg":"ES256"}')}.${body}.`, 'token_malformed'],
  ['a detached payload', `${part('{"alg":"ES256"}')}..AA`, 'token_malformed'],
  ['a payload that is no object', `${part('{"alg":"ES256"}')}.${part('[1]')}.AA`, 'token_malformed'],
  ['letters that are not base64url', `${part('{"alg":"ES256"}')}.${body}=.AA`, 'token_malformed'],
  ['bits that mean nothing', `${part('{"alg":"ES256"}')}.${body}.AB`, 'token_malformed'],
  ['no algorithm', `${part('{}')}.${body}.AA`, 'algorithm_none'],
  ['the algorithm none', `${part('{"alg":"none"}')}.${body}.AA`, 'algorithm_none'],
  ['a shared secret', `${part('{"alg":"HS256"}')}.${body}.AA`, 'algorithm_unknown'],
  ['an inherited name', `${part('{"alg":"toString"}')}.${body}.AA`, 'algorithm_unknown'],
  ['another spelling', `${part('{"alg":"NONE"}')}.${body}.AA`, 'algorithm_unknown'],
  ['critical extensions', `${part('{"alg":"ES256","crit":["b64"],"b64":false}')}.${body}.AA`, 'header_critical'],
  ['an unencoded payload', `${part('{"alg":"ES256","b64":true}')}.${body}.AA`, 'header_critical'],
  ['a header member named twice', `${part('{"alg":"ES256","alg":"ES384"}')}.${body}.AA`, 'duplicate_name'],
  ['a payload member named twice', `${part('{"alg":"ES256"}')}.${part('{"iss":"a","iss":"b"}')}.AA`, 'duplicate_name'],
  ['a nest deeper than any header', `${part(`{"alg":"ES256","x":${'['.repeat(20)}${']'.repeat(20)}}`)}.${body}.AA`, 'too_deep'],
  ['a header that never ends', `${part(`{"alg":"ES256","x":"${'x'.repeat(20_000)}"}`)}.${body}.AA`, 'too_large'],
  ['more than any credential', 'A'.repeat(6_000_000), 'too_large'],
]

for (const [situation, text, code] of refused)
  test(`a token with ${situation} is refused: ${code}`, () => {
    assert.throws(() => readToken(text), { code })
  })

test('a token can be told from JSON at a glance', () => {
  assert.ok(looksLikeToken('eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2ln'))
  for (const text of ['{"a":1}', 'a.b', 'a.b.c.d', ' a.b.c', '']) assert.equal(looksLikeToken(text), false, text)
})
