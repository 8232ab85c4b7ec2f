import { Progress } from 'antd'
import type { RunNode } from '../api/types'
import { useWords } from '../i18n'
import { rateOf } from './rates'

/** How far the messages of a node are, how quickly they go out, and how long it still takes. */
export function SendingProgress({
  node,
  sending,
}: {
  node: string
  sending: NonNullable<RunNode['sending']>
}) {
  const { t, number } = useWords()
  const { planned = 0, sent = 0, failed = 0, heldBack = 0, unknown = 0, waiting = 0 } = sending
  const rate = rateOf(node)
  const parts = [
    [t('run.sent'), sent],
    [t('run.failed'), failed],
    [t('run.held'), heldBack],
    [t('run.unknown'), unknown],
    [t('run.waiting'), waiting],
  ] as const
  return (
    <div className="sending">
      <Progress
        percent={planned === 0 ? 0 : Math.floor((100 * (planned - waiting)) / planned)}
        status="active"
      />
      <span className="ports-line">
        {parts.map(([label, people]) =>
          people > 0 ? (
            <span key={label}>
              {number(people)} {label}
            </span>
          ) : null,
        )}
      </span>
      {rate > 0 && (
        <p className="hint" data-rate>
          {t('watch.rate', { n: number(Math.round(rate)) })}
          {waiting > 0 && ` · ${t('watch.left', { time: span(waiting / rate, t) })}`}
        </p>
      )}
    </div>
  )
}

function span(seconds: number, t: ReturnType<typeof useWords>['t']): string {
  const whole = Math.max(1, Math.round(seconds))
  if (whole < 90) return t('watch.seconds', { n: whole })
  const minutes = Math.round(whole / 60)
  return minutes < 90
    ? t('watch.minutes', { n: minutes })
    : t('watch.hours', { n: Math.round(minutes / 60) })
}
