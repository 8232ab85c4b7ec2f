import { Button } from 'antd'
import { useState } from 'react'
import type { ForecastNode, SendTime } from '../api/types'
import { useWords } from '../i18n'

const SHOWN = 2

/** When a node would send, or let people go on. */
export function SendTimes({ node }: { node: ForecastNode }) {
  const { t, number, time } = useWords()
  const [all, setAll] = useState(false)
  const times: SendTime[] = node.sends?.length ? node.sends : (node.releases ?? [])
  if (times.length === 0) {
    const at = node.releaseAt ?? node.instant
    return at ? time(at) : ''
  }
  return (
    <>
      {(all ? times : times.slice(0, SHOWN)).map(({ at, people }) => (
        <div key={at}>{`${time(at)}: ${number(people)}`}</div>
      ))}
      {times.length > SHOWN && (
        <Button
          type="link"
          size="small"
          className="figure-link"
          onClick={(event) => {
            event.stopPropagation()
            setAll(!all)
          }}
        >
          {all ? t('forecast.fewerTimes') : t('forecast.times', { n: times.length - SHOWN })}
        </Button>
      )}
    </>
  )
}
