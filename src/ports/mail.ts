// Sending mail. Queued as a job, never sent inside a transaction.

export type Message = Readonly<{ to: string; subject: string; text: string }>

export type Mail = Readonly<{ send: (message: Message) => Promise<void> }>
