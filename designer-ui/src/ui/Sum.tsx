interface Props {
  label: string
  value: string
  more?: string | undefined
  bad?: boolean
}

/** One figure with its name, and a line that says more. */
export function Sum({ label, value, more, bad = false }: Props) {
  return (
    <div className={bad ? 'sum bad' : 'sum'}>
      <div className="sum-label">{label}</div>
      <div className="sum-value">{value}</div>
      {more && <div className="sum-more">{more}</div>}
    </div>
  )
}
