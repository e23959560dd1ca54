// The few declarations of the reference libraries that the tests compare us with; the packages ship none.

declare module '@digitalbazaar/vc' {
  type Loader = (url: string) => Promise<unknown>
  type Answer = { verified: boolean; error?: { errors?: unknown[] }; statusResult?: unknown }
  type CheckStatus = (options: unknown) => Promise<{ verified: boolean }>
  type Common = { credential: object; suite: object; documentLoader: Loader; now?: Date; checkStatus?: CheckStatus }
  export function issue(options: Common): Promise<Record<string, unknown>>
  export function verifyCredential(options: Common): Promise<Answer>
  export function derive(options: {
    verifiableCredential: object
    suite: object
    documentLoader: Loader
  }): Promise<Record<string, unknown>>
  type Presented = { presentation: object; challenge?: string; domain?: string; documentLoader: Loader }
  export function signPresentation(options: Presented & { suite: object }): Promise<Record<string, unknown>>
  export function verify(
    options: Presented & { suite: object | object[]; now?: Date; presentationPurpose?: object },
  ): Promise<Answer & { presentationResult?: Answer }>
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; date?: string; cryptosuite: object })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/ed25519-multikey' {
  export type KeyPair = {
    id: string
    controller: string
    publicKeyMultibase: string
    signer(): { id: string; algorithm: string; sign(options: { data: Uint8Array }): Promise<Uint8Array> }
    export(options: { publicKey: true }): Promise<Record<string, unknown>>
  }
  export function generate(options: { id?: string; controller: string; seed?: Uint8Array }): Promise<KeyPair>
}

declare module '@digitalbazaar/ecdsa-multikey' {
  export type KeyPair = {
    id: string
    controller: string
    publicKeyMultibase: string
    signer(): { id: string; algorithm: string; sign(options: { data: Uint8Array }): Promise<Uint8Array> }
    export(options: { publicKey: true }): Promise<Record<string, unknown>>
  }
  export function generate(options: { id?: string; controller?: string; curve: 'P-256' | 'P-384' }): Promise<KeyPair>
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): object
  export function createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): object
  export function createVerifyCryptosuite(): object
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: { key?: object; date?: string })
  }
}

declare module '@digitalcredentials/verifier-core' {
  type Step = { id: string; valid?: boolean; error?: { name: string; message: string } }
  type Response = { log?: Step[]; errors?: { name: string; message: string }[] }
  export function verifyCredential(options: { credential: object; knownDIDRegistries: object }): Promise<Response>
}
