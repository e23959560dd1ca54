// Random linked-data documents: good ones of every kind that we meet, changed in a few places, well or badly.
import fc from 'fast-check'
import { contexts } from '#standards/vc/contexts.ts'
import type { JsonObject } from '#standards/vc/json.ts'

type Shape = Record<string, unknown>

const v1 = 'https://www.w3.org/2018/credentials/v1'
const v2 = 'https://www.w3.org/ns/credentials/v2'
const badge = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const proofs = 'https://w3id.org/security/data-integrity/v2'
const did = 'https://www.w3.org/ns/did/v1'
const badges = Object.keys(contexts).filter((url) => url.includes('/ob/v3p0/context'))
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const x = 'https://x.example/'

/** One row per kind of word, written with spaces between. */
const words = (row: string): fc.Arbitrary<string> => fc.constantFrom(...row.trim().split(/\s+/))
const mostly = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: bad })

const seldom = <T>(rare: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => mostly(fc.constant(undefined), rare)

const unicode = [
  'é',
  '数据',
  '😀',
  '\u{10FFFF}',
  '\ue000 \u{1F600}',
  '\uffff',
  '\ud83d',
  'a\udc00b',
  '\u0000\u0007\b',
  '\u007f\u0085',
  '\u2028',
]
const marks = [
  '',
  ' ',
  'x',
  'tab\tq"b\\',
  'line\r\n',
  'http://a b/<c>',
  '_:b0',
  '_:c14n0',
  '@type',
  '@foo',
  'schema:name',
  '5',
  '5.0',
  'true',
  '-0',
]
export const text = fc.oneof(
  fc.constantFrom(...unicode, ...marks, 'x'.repeat(3000)),
  words('2026-01-01T00:00:00Z 2026-02-30 en Profile https://schema.org/name //x did:x:é a: urn:n:1'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const number = fc.oneof(
  fc.constantFrom(0, -0, 5, 5.5, -1, 1e21, -1e21, 1e-7, 1.5e300, 5e-324, 0.1, 2 ** 53 + 2, 2 ** 70),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
)
export const address = mostly(
  words('urn:n:1 urn:n:2 urn:uuid:1 https://a.example/1 did:web:a.example https://a.example/ü schema:x xsd:x Urn:n:1'),
  fc.constantFrom('relative', '', '_:b0', '@id', 'http://a/{b}', 'https://a.example/ 1', '_x:y', 'http://a\u00a0b'),
)
const type = mostly(
  words(`Profile Achievement AchievementSubject Result Alignment Image Evidence IdentityObject Address VerifiableCredential
    OpenBadgeCredential VerifiablePresentation DataIntegrityProof BitstringStatusListEntry BitstringStatusListCredential
    JsonSchema ResultDescription Ed25519Signature2020 Multikey EndorsementCredential https://schema.org/Person`),
  words('Unknown @json id relative/type Kind'),
)
const name = mostly(
  words(`name description url email image tag alignment result related value creditsEarned hashed issuer evidence criteria
    narrative creator achievement endorsement termsOfUse refreshService credentialSubject credentialStatus credentialSchema
    proof verifiableCredential validFrom holder statusListIndex sameAs controller verificationMethod created cryptosuite
    jsonSchema dateOfBirth statusMessage words said plain chain graph`),
  words(`unknown https://schema.org/name schema:name _:p a:b constructor id type @id @type @graph @included @reverse @index
    @nest @foo @language @none`),
)

const valueObject = fc.oneof(
  fc.record(
    {
      '@value': mostly<unknown>(text, fc.oneof(number, fc.boolean())),
      '@language': mostly(words('en AR de-CH'), fc.constant('e n')),
      '@direction': mostly(words('ltr rtl'), fc.constant('up')),
    },
    { requiredKeys: ['@value'] },
  ),
  fc.record({
    '@value': mostly(fc.oneof<fc.Arbitrary<unknown>[]>(text, number, fc.boolean()), fc.constant(null)),
    '@type': mostly(words(`xsd:date ${x}t ${xsd}string ${xsd}integer`), words(`${xsd}double @json Profile relative`)),
  }),
  fc.constantFrom({ '@value': 'x', '@index': 'i' }, { '@value': ['x'] }, { '@list': ['a', 'b'] }, { '@set': ['a'] }),
)
const languageMap = fc.dictionary(
  mostly(words('en ar DE'), fc.constantFrom('@none', 'not a language')),
  fc.oneof(text, fc.array(fc.oneof(text, fc.constant(null)), { maxLength: 3 })),
  { maxKeys: 3 },
)

const goodMaps: readonly JsonObject[] = [
  { words: `${x}words`, said: { '@id': `${x}said`, '@type': `${x}t` } },
  { '@vocab': `${x}vocab#` },
  { '@language': 'EN', words: { '@id': `${x}words`, '@language': null }, said: { '@id': `${x}said`, '@language': 'ar' } },
  { words: { '@id': `${x}words`, '@container': '@language' }, chain: { '@id': `${x}chain`, '@container': '@list' } },
  { graph: { '@id': `${x}graph`, '@container': ['@graph', '@set'] }, said: { '@id': `${x}said`, '@type': '@json' } },
  { a: x, words: 'a:words', said: { '@id': 'a:said', '@type': '@vocab' }, plain: { '@id': 'a:plain', '@type': '@none' } },
  { Kind: { '@id': `${x}Kind`, '@context': { name: `${x}name`, words: `${x}scoped` } } },
  { words: { '@id': `${x}words`, '@context': { said: `${x}inside`, name: `${x}n` } } },
  { words: { '@id': `${x}words`, '@context': null }, said: `${x}said` },
  { name: 'https://schema.org/name' },
  { '@protected': true, words: `${x}words` },
  { words: { '@id': `${x}words`, '@type': `${xsd}double` }, said: { '@id': `${x}words` } },
  {
    words: { '@id': `${x}words`, '@type': `${xsd}string` },
    said: `${x}words`,
    plain: { '@id': `${x}words`, '@type': `${xsd}integer` },
  },
  { xsd, ob: 'https://ob.example/', words: { '@id': 'ob:words', '@type': 'xsd:integer' } },
  {},
]
const badMaps: readonly JsonObject[] = [
  ...[{ words: `${x}else` }, { words: null }, { '@base': x }, { '@version': 1 }, { id: '@id', type: '@type' }],
  { '@vocab': 'relative' },
  { words: { '@id': `${x}words`, '@context': { said: 'relative' } } },
  { words: { '@id': `${x}words`, '@context': { id: `${x}id`, type: `${x}type` } } },
  { name: `${x}another-name` },
  { words: 'said', said: 'words' },
  { said: { '@reverse': `${x}of` } },
  { said: { '@id': `${x}said`, '@container': '@index' } },
  { '@propagate': false, words: `${x}words` },
  { alias: '@value', '@direction': 'rtl' },
]
const map = mostly(fc.constantFrom(...goodMaps), fc.constantFrom(...badMaps))
const context: fc.Arbitrary<unknown> = mostly<unknown>(
  fc.oneof(
    fc.shuffledSubarray([v2, badge, proofs], { minLength: 1 }),
    fc
      .tuple(fc.constantFrom([v2], [v2, badge], [did], [], [v1]), fc.array(map, { minLength: 1, maxLength: 2 }))
      .map(([urls, maps]) => [...urls, ...maps]),
    fc.tuple(fc.constantFrom(v1, v2), fc.constantFrom(...badges)),
  ),
  fc.constantFrom<unknown>(v1, did, proofs, [v2, v2], [badge, v2], null, [], [null], `${x}unknown`, [v2, 5], [[v2]]),
)

const { value } = fc.letrec<{ value: unknown; node: Shape }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: text },
    { weight: 2, arbitrary: number },
    { weight: 2, arbitrary: address },
    { weight: 1, arbitrary: fc.constantFrom(true, false, null) },
    { weight: 2, arbitrary: valueObject },
    { weight: 1, arbitrary: languageMap },
    { weight: 3, arbitrary: tie('node') },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 2, arbitrary: tie('value').map((item) => [item, structuredClone(item)]) },
  ),
  node: fc
    .tuple(
      fc.record({ id: address, type: fc.oneof(type, fc.array(type, { maxLength: 2 })) }, { requiredKeys: [] }),
      fc.dictionary(name, tie('value'), { maxKeys: 2 }),
      seldom(context),
    )
    .map(([head, members, own]) => ({ ...(own === undefined ? {} : { '@context': own }), ...head, ...members })),
}))

const profile = { id: 'urn:n:1', type: ['Profile'], name: 'University' }
const [from, until] = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z']
const identity = { type: 'IdentityObject', hashed: true, identityHash: 'sha256$00', identityType: 'emailAddress', salt: 's' }
const achievement = {
  ...{ id: 'urn:n:2', type: ['Achievement'], name: 'Data', description: 'What it is', criteria: { narrative: 'How' } },
  ...{ creator: profile, tag: ['a', 'b'], creditsAvailable: 5 },
  alignment: [
    { type: ['Alignment'], targetName: 'x' },
    { type: ['Alignment'], targetName: 'y' },
  ],
}
const badgeSubject = {
  ...{ id: 'did:web:a.example', type: ['AchievementSubject'], identifier: [identity], achievement },
  result: [
    { type: ['Result'], value: '5' },
    { type: ['Result'], status: 'Completed' },
  ],
}
const status = { id: `${x}1#2`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '2' }
const proof = {
  ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created: from, proofPurpose: 'assertionMethod' },
  verificationMethod: 'did:web:a.example#k',
}
const kind = (...more: string[]) => ({ type: ['VerifiableCredential', ...more] })
const credential = {
  ...{ id: 'urn:uuid:1', ...kind(), issuer: 'urn:n:1', validFrom: from, validUntil: until },
  credentialSubject: { id: 'did:web:a.example', name: 'x' },
}
const samples: readonly Shape[] = [
  {
    ...{
      '@context': [v2, badge],
      ...credential,
      ...kind('OpenBadgeCredential'),
      issuer: profile,
      credentialSubject: badgeSubject,
    },
    credentialStatus: { ...status, statusListCredential: `${x}1` },
  },
  {
    ...{ '@context': [v2, badge], ...credential, ...kind('EndorsementCredential') },
    credentialSubject: { id: 'urn:n:2', type: ['EndorsementSubject'], endorsementComment: 'good' },
  },
  {
    ...{ '@context': [v2, { hours: `${x}hours` }], ...credential, credentialSubject: { id: 'urn:n:2', hours: 120 } },
    proof: [
      { ...proof, id: 'urn:proof:1' },
      { ...proof, previousProof: 'urn:proof:1' },
    ],
  },
  {
    ...{ '@context': v2, type: ['VerifiablePresentation'], holder: 'did:web:a.example' },
    verifiableCredential: [{ '@context': [v2], ...credential, proof }],
  },
  {
    ...{ '@context': [v1], id: 'urn:uuid:2', ...kind(), issuer: 'did:web:a.example', issuanceDate: from },
    credentialSubject: { id: 'urn:n:1' },
  },
  {
    ...{ '@context': [v2], ...credential, ...kind('BitstringStatusListCredential') },
    credentialSubject: { id: `${x}1#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: 'uH4s' },
  },
  {
    ...{ '@context': [did], id: 'did:web:a.example', alsoKnownAs: ['https://a.example'] },
    ...{ assertionMethod: ['did:web:a.example#k'], service: [{ id: 'urn:s', type: `${x}S`, serviceEndpoint: `${x}s` }] },
  },
  { '@context': proofs, ...proof },
]

type Place = Readonly<{ holder: Shape; name: string }>

/** Every member of every object of the document, its contexts left out. */
const placesIn = (part: unknown): Place[] =>
  Array.isArray(part) ? part.flatMap(placesIn) : typeof part === 'object' && part !== null ? placesOf(part as Shape) : []

const placesOf = (holder: Shape): Place[] =>
  Object.keys(holder)
    .filter((member) => member !== '@context')
    .flatMap((member) => [{ holder, name: member }, ...placesIn(holder[member])])

const listOf = (item: unknown): unknown[] => (Array.isArray(item) ? item : [item])

type Change = Readonly<{ where: number; kind: keyof typeof changes; name: string; type: string; value: unknown }>

/** What becomes of a holder's member: the members to be written, in their order. */
const changes = {
  replace: ({ holder, name }: Place, { value }: Change) => ({ ...holder, [name]: value }),
  add: ({ holder }: Place, change: Change) => ({ ...holder, [change.name]: change.value }),
  remove: ({ holder, name }: Place) => ({ ...holder, [name]: undefined }),
  repeat: ({ holder, name }: Place) => ({ ...holder, [name]: [...listOf(holder[name]), ...listOf(holder[name])] }),
  also: ({ holder, name }: Place, { value }: Change) => ({ ...holder, [name]: [...listOf(holder[name]), value] }),
  nest: ({ holder, name }: Place) => ({ ...holder, [name]: [[holder[name]]] }),
  retype: ({ holder }: Place, { type }: Change) => ({ ...holder, type: [...listOf(holder.type ?? []), type] }),
  reorder: ({ holder }: Place) => Object.fromEntries(Object.entries(holder).reverse()),
  spell: ({ holder: { id, type, ...others } }: Place) => ({ ...others, '@id': id, '@type': type }),
  graft: ({ holder, name }: Place, { where }: Change, all: readonly Place[]) => {
    const other = all[(where * 7) % all.length]
    return { ...holder, [name]: other?.holder[other.name] }
  },
}

const change: fc.Arbitrary<Change> = fc.record({
  where: fc.nat({ max: 9999 }),
  kind: fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[])),
  name,
  type,
  value,
})

function changed(document: Shape, change: Change): Shape {
  const all = placesIn(document)
  const place = all[change.where % Math.max(all.length, 1)]
  if (!place) return document
  const written: Shape = changes[change.kind](place, change, all)
  const { holder } = place
  const own = Object.entries(structuredClone(written)).filter(([, member]) => member !== undefined)
  for (const member of Object.keys(holder)) delete holder[member]
  Object.assign(holder, Object.fromEntries(own))
  return document
}

/** A good document of one of the kinds above, with up to three changes, and other contexts now and then. */
export const randomDocument: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 3 }), fc.array(map, { maxLength: 2 }), seldom(context))
  .map(([sample, made, maps, other]) => {
    const own = [...listOf(sample['@context']), ...maps]
    const start: Shape = { ...structuredClone(sample), '@context': other === undefined ? own : other }
    // Members are text, numbers, truth values, null, lists and objects of these: JSON.
    return made.reduce(changed, start) as JsonObject
  })
