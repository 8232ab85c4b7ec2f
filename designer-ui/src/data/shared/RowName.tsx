/** The name of a row with its key below; a button, so that the row opens by keyboard too. */
export function RowName({
  name,
  detail,
  onOpen,
}: {
  name: string
  detail?: string | undefined
  onOpen: () => void
}) {
  return (
    <>
      <button
        type="button"
        className="row-open"
        onClick={(event) => {
          event.stopPropagation()
          onOpen()
        }}
      >
        {name}
      </button>
      {detail !== undefined && <div className="hint">{detail}</div>}
    </>
  )
}
