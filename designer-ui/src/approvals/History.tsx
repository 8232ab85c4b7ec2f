import { Timeline } from 'antd'
import type { Decided } from '../api/types'
import { useWords } from '../i18n'
import type { Decision } from './queries'

/** Everything that was decided about a campaign, the newest first, with the words. */
export function History({ decisions }: { decisions: Decided[] }) {
  const { t, time } = useWords()
  return (
    <Timeline
      items={decisions.toReversed().map((one) => ({
        key: `${one.at} ${one.decision}`,
        content: (
          <>
            {t(`approvals.did.${one.decision as Decision}`, {
              who: one.by,
              version: one.version,
            })}
            <div className="hint">{time(one.at)}</div>
            {one.words && <blockquote className="words">{one.words}</blockquote>}
          </>
        ),
      }))}
    />
  )
}
