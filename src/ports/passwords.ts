// Passwords: hashed slowly, compared in constant time, and never stored or logged themselves.

export type Passwords = Readonly<{
  /** The text to store: algorithm, parameters, salt and hash together (a PHC string). */
  hash: (password: string) => Promise<string>
  /** Whether the password belongs to the stored text. Takes as long when nothing is stored, so that time says nothing. */
  holds: (password: string, stored: string | null | undefined) => Promise<boolean>
}>
