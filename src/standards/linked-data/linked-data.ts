// The front door: a document of known contexts to its canonical N-Quads (JSON-LD 1.1 to RDF, RDFC-1.0), many times faster than the reference, and never otherwise.
import type { JsonObject } from '#standards/vc/json.ts'
import { digestOf, portableSha256, type Sha256 } from './bytes.ts'
import { canonical } from './canonical.ts'
import { expand } from './expand.ts'
import { unlessUnsupported } from './unsupported.ts'

/**
 * The canonical N-Quads of a document that lies within the subset: texts that one behind the other are equal to the reference's,
 * to the byte. `undefined` for every other document, good or bad: then the reference has to be asked.
 */
export const compile = (document: JsonObject, sha256: Sha256 = portableSha256): readonly string[] | undefined =>
  unlessUnsupported(() => canonical(expand(document), sha256))

/**
 * The SHA-256 of the same, for a document about whose JSON nothing can be doubted: every member is in the canonical form as it
 * stands. `undefined` for every other document.
 */
export const digestToSign = (document: JsonObject, sha256: Sha256): Uint8Array | undefined =>
  unlessUnsupported(() => {
    const dataset = expand(document)
    return dataset.doubts.found ? undefined : digestOf(canonical(dataset, sha256), sha256)
  })
