// What a form sent, as a record of texts. Fields left empty are left out: an optional answer that was not given.

export async function sentFields(request: Request): Promise<Readonly<Record<string, string>>> {
  const entries = [...(await request.formData())].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}
