// Inside a form that changes part of an address: the rest of it goes along.
import { useSearchParams } from 'react-router'

export function KeepSearch({ except }: { except: readonly string[] }) {
  const [search] = useSearchParams()
  return [...search]
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />)
}
