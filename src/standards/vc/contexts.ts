// The JSON-LD contexts that we carry: address → file → SHA-256. Nothing is ever fetched; a context that is not here is refused.
import { Refusal } from '#kernel/refusal.ts'
import credentialsV1 from './contexts/credentials-v1.json' with { type: 'json' }
import credentialsV2 from './contexts/credentials-v2.json' with { type: 'json' }
import dataIntegrityV1 from './contexts/data-integrity-v1.json' with { type: 'json' }
import dataIntegrityV2 from './contexts/data-integrity-v2.json' with { type: 'json' }
import didV1 from './contexts/did-v1.json' with { type: 'json' }
import ed25519Suite2020 from './contexts/ed25519-2020-v1.json' with { type: 'json' }
import multikeyV1 from './contexts/multikey-v1.json' with { type: 'json' }
import openBadges301 from './contexts/open-badges-3.0.1.json' with { type: 'json' }
import openBadges302 from './contexts/open-badges-3.0.2.json' with { type: 'json' }
import openBadges303 from './contexts/open-badges-3.0.3.json' with { type: 'json' }
import openBadges from './contexts/open-badges-3.0.json' with { type: 'json' }
import openBadgesExtensions from './contexts/open-badges-extensions.json' with { type: 'json' }
import type { JsonObject } from './json.ts'

export const credentialsV2Url = 'https://www.w3.org/ns/credentials/v2'
const credentialsV1Url = 'https://www.w3.org/2018/credentials/v1'
export const openBadgesUrl = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

export type BundledContext = Readonly<{ file: string; sha256: string; document: JsonObject }>

/**
 * The VC 2.0 file has the bytes that VCDM 2.0, appendix B.1 pins. The others are the files of the npm packages that publish
 * them (for Open Badges: the package's object, written with two spaces); their hashes guard against a changed copy here.
 */
export const contexts: Readonly<Record<string, BundledContext>> = {
  [credentialsV2Url]: {
    file: 'credentials-v2.json',
    sha256: '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
    document: credentialsV2,
  },
  [credentialsV1Url]: {
    file: 'credentials-v1.json',
    sha256: '00d7dd6d3ad8b920e3e550dd3a3d9090bffcac84cdbf943da6924b3e0a5c8bb8',
    document: credentialsV1,
  },
  [openBadgesUrl]: {
    file: 'open-badges-3.0.3.json',
    sha256: 'ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761',
    document: openBadges303,
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': {
    file: 'open-badges-3.0.2.json',
    sha256: '00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53',
    document: openBadges302,
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': {
    file: 'open-badges-3.0.1.json',
    sha256: 'af095468326d3449160509b26ca71576e6321d13c85b0369cfe3b654c9a48fba',
    document: openBadges301,
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json': {
    file: 'open-badges-3.0.json',
    sha256: '9f1c8f9f361ba2994b9b50701f41149919542c50c7b7455b2846d87959295d72',
    document: openBadges,
  },
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': {
    file: 'open-badges-extensions.json',
    sha256: '2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e',
    document: openBadgesExtensions,
  },
  'https://w3id.org/security/data-integrity/v2': {
    file: 'data-integrity-v2.json',
    sha256: '0f77743daf5b4e8fc067fc5ba5b21044283053aa717fc6b0219843bed3b00363',
    document: dataIntegrityV2,
  },
  'https://w3id.org/security/data-integrity/v1': {
    file: 'data-integrity-v1.json',
    sha256: 'b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554',
    document: dataIntegrityV1,
  },
  'https://w3id.org/security/multikey/v1': {
    file: 'multikey-v1.json',
    sha256: 'c5f3806f8286920573221938917988a18a4cc5a09e968d29649613c7a1c2b1f6',
    document: multikeyV1,
  },
  'https://w3id.org/security/suites/ed25519-2020/v1': {
    file: 'ed25519-2020-v1.json',
    sha256: 'b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588',
    document: ed25519Suite2020,
  },
  'https://www.w3.org/ns/did/v1': {
    file: 'did-v1.json',
    sha256: '62c1054bf404d6dd3a4b26b64f830fd72095f6a26edc4469908c94351352ce5f',
    document: didV1,
  },
}

/** The document loader of the JSON-LD processor. Throws a `Refusal` `unknown_context`. */
export async function loadContext(url: string) {
  if (!Object.hasOwn(contexts, url)) throw new Refusal('unknown_context', url, { url })
  return { contextUrl: null, documentUrl: url, document: contexts[url]?.document }
}
