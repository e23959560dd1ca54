// An answer that other sites may read: whoever has the link may have what it shows. Search engines may not.

export function publicly(answer: Response): Response {
  const headers = new Headers(answer.headers)
  // cookies of the door travel by their own way
  headers.delete('set-cookie')
  for (const [name, value] of Object.entries(open)) headers.set(name, value)
  return new Response(answer.body, { status: answer.status, headers })
}

const open = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-robots-tag': 'noindex',
}
