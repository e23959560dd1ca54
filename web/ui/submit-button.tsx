// Sends its form, and shows that it is under way; a second press meanwhile does nothing.
import { useNavigation } from 'react-router'
import { Button, type ButtonProps } from './button.tsx'

export function SubmitButton({ tone = 'primary', onClick, ...rest }: ButtonProps) {
  const navigation = useNavigation()
  const sent = navigation.formData
  const busy = sent !== undefined && (rest.name === undefined || sent.get(rest.name) === rest.value)
  return <Button type="submit" tone={tone} {...rest} busy={busy} onClick={busy ? (event) => event.preventDefault() : onClick} />
}
