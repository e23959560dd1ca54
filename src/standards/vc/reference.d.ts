// The few declarations of the reference libraries that the tests compare us with; the packages ship none.

declare module '@digitalbazaar/vc' {
  type Loader = (url: string) => Promise<unknown>
  type Answer = { verified: boolean; error?: { errors?: unknown[] }; statusResult?: unknown }
  type CheckStatus = (options: unknown) => Promise<{ verified: boolean }>
  type Common = { credential: object; suite: object; documentLoader: Loader; now?: Date; checkStatus?: CheckStatus }
  export function issue(options: Common): Promise<Record<string, unknown>>
  export function verifyCredential(options: Common): Promise<Answer>
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
