// A learner as staff know them: by name where there is one, always with the key of the source.

type Props = { learner: Readonly<{ key: string; name?: string | undefined }> }

export const LearnerName = ({ learner: { key, name } }: Props) =>
  name ? (
    <>
      <bdi>{name}</bdi> <bdi className="figures font-normal whitespace-nowrap text-ink-soft">{key}</bdi>
    </>
  ) : (
    <bdi className="figures">{key}</bdi>
  )

export const learnerName = ({ key, name }: Props['learner']) => (name ? `${name} (${key})` : key)
