// The nonce of this answer's content security policy. Known while the server renders; browsers hide it again, so it is undefined there.
import { createContext, useContext } from 'react'

export const NonceContext = createContext<string | undefined>(undefined)

export const useNonce = () => useContext(NonceContext)
