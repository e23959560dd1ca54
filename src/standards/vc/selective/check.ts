// Whether a part that a holder shows is a part of what the issuer signed (VC DI ECDSA 1.0, 3.6.7 Verify Derived Proof).
import { canonicalise } from '../canonical.ts'
import type { Json, JsonObject } from '../json.ts'
import { digest, type SigningKey, verifySignature } from '../signature.ts'
import { type DerivedValue, isBase, proofKey, readDerived } from './proof-value.ts'
import { blankNodesIn, byLabels, linesOf, renamed } from './quads.ts'

export type SelectiveTrouble = 'proof_value_malformed' | 'proof_not_derived' | 'signature_wrong'

type Asked = Readonly<{ document: JsonObject; configuration: JsonObject; proofValue: Json | undefined; key: SigningKey }>

/** The first trouble with the proof, or `undefined`. Throws a `Refusal` with a code of `canonicalRefusals`. */
export async function selectiveTrouble({
  document,
  configuration,
  proofValue,
  key,
}: Asked): Promise<SelectiveTrouble | undefined> {
  if (isBase(proofValue)) return 'proof_not_derived'
  const value = readDerived(proofValue)
  const own = value && proofKey(value.publicKey)
  if (!value || !own) return 'proof_value_malformed'
  const quads = await shuffledQuads(document, value)
  if (!quads) return 'signature_wrong'
  const isMandatory = new Set(value.mandatoryIndexes)
  const mandatory = quads.filter((_, at) => isMandatory.has(at))
  const others = quads.filter((_, at) => !isMandatory.has(at))
  if (mandatory.length !== isMandatory.size || others.length !== value.signatures.length) return 'signature_wrong'
  const bytes = await baseBytes({ configuration, publicKey: value.publicKey, mandatory })
  const held = await Promise.all([
    verifySignature({ key, signature: value.baseSignature, bytes }),
    ...others.map((quad, at) =>
      verifySignature({ key: own, signature: value.signatures[at] ?? new Uint8Array(), bytes: new TextEncoder().encode(quad) }),
    ),
  ])
  return held.every(Boolean) ? undefined : 'signature_wrong'
}

/** H(proof configuration) ‖ the proof's own key ‖ H(mandatory lines) (3.5.3 serializeSignData). */
export async function baseBytes({
  configuration,
  publicKey,
  mandatory,
}: Readonly<{ configuration: JsonObject; publicKey: Uint8Array; mandatory: readonly string[] }>): Promise<Uint8Array> {
  const [ofProof, ofMandatory] = await Promise.all([
    digest('SHA-256', await canonicalise(configuration)),
    digest('SHA-256', mandatory.join('')),
  ])
  return Uint8Array.from([...ofProof, ...publicKey, ...ofMandatory])
}

/** The document's lines with the labels that the issuer gave, each with its line feed; `undefined` when labels are missing or left over. */
async function shuffledQuads(document: JsonObject, { labels }: DerivedValue): Promise<readonly string[] | undefined> {
  const lines = linesOf(await canonicalise(document))
  const nodes = blankNodesIn(lines)
  if (nodes.size !== labels.size || ![...nodes].every((node) => labels.has(node))) return undefined
  const rename = byLabels(labels)
  return lines.map((quad) => `${renamed(quad, rename)}\n`).sort()
}
