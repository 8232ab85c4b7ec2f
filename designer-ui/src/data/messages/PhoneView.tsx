interface Bubble {
  id?: number
  text: string
  /** Whether the person wrote it. */
  mine?: boolean
  when?: string
}

/** Short messages as they stand on a phone. */
export function PhoneView({ messages, title }: { messages: Bubble[]; title?: string }) {
  return (
    <div className="phone-view">
      {title && <div className="phone-title">{title}</div>}
      <div className="phone-screen">
        {messages.map(({ id, text, mine, when }, index) => (
          <div key={id ?? index} className={mine ? 'bubble mine' : 'bubble'}>
            <Linked text={text} />
            {when && <div className="bubble-when">{when}</div>}
          </div>
        ))}
      </div>
    </div>
  )
}

const LINK = /(https?:\/\/[^\s<>"']+)/

/** A text in which web addresses can be followed; all else is shown as it stands. */
function Linked({ text }: { text: string }) {
  return text.split(LINK).map((part, index) =>
    LINK.test(part) ? (
      <a key={index} href={part} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
