import { Alert, Empty } from 'antd'
import { useState } from 'react'
import { call } from '../api/client'
import type { WhyView } from '../api/schema.gen'
import { MemberInput } from '../canvas/MemberInput'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'
import { reasonWord } from '../ui/reasons'

/** Where a member was in a run, and why not elsewhere. */
export function WhyPanel({ workspace, run }: { workspace: string; run: number }) {
  const { t, say, time } = useWords()
  const choose = useCanvas((state) => state.choose)
  const [member, setMember] = useState('')
  const [why, setWhy] = useState<WhyView>()
  const [problem, setProblem] = useState('')
  const ask = async (asked: string) => {
    setProblem('')
    try {
      setWhy(
        await call('GET /api/workspaces/{workspace}/runs/{run}/members/{member}/why', {
          path: { workspace, run, member: asked },
        }),
      )
    } catch (error) {
      setWhy(undefined)
      setProblem((error as Error).message)
    }
  }
  const leaves = (node: string, port: string) => {
    const { ports, canvas, types } = useCanvas.getState()
    const type = types.get(canvas.nodes.find(({ id }) => id === node)?.type ?? '')
    if (type?.kind === 'source') return t('draw.walkEnters')
    const label = say(ports[node]?.out.find(({ key }) => key === port)?.label)
    return t('draw.walkLeaves', { port: label || port })
  }
  const goTo = (node: string | undefined) => node && choose({ nodes: new Set([node]) })
  return (
    <aside className="inspector why" aria-label={t('watch.why')}>
      <div className="inspector-head">
        <strong className="grow">{t('watch.why')}</strong>
      </div>
      <div className="inspector-body">
        <MemberInput
          label={t('draw.walkWho')}
          value={member}
          onChange={setMember}
          onEnter={(picked) => void ask(picked)}
        />
        {problem && <Alert type="warning" showIcon title={problem} />}
        {!why && !problem && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('watch.whyHelp')} />
        )}
        {why && (
          <ol className="walk-stops">
            {(why.nodes ?? []).map(({ node, name, at, leftBy, reason, sentence }) => (
              <li key={node} className="walk-stop" data-reached={node}>
                <div>
                  <button type="button" className="walk-name" onClick={() => goTo(node)}>
                    {name}
                  </button>
                  <div>
                    {leftBy ? leaves(node ?? '', leftBy) : say(sentence as never)}
                    {reason && <span className="hint"> ({reasonWord(reason)})</span>}
                  </div>
                  <div className="hint">{time(at ?? '')}</div>
                </div>
              </li>
            ))}
            {(why.notReached ?? []).map(({ node, name, sentence }) => (
              <li key={node} className="walk-stop missed" data-missed={node}>
                <div>
                  <button type="button" className="walk-name" onClick={() => goTo(node)}>
                    {t('watch.notAt', { node: name ?? '' })}
                  </button>
                  <div className="hint">{say(sentence as never)}</div>
                </div>
              </li>
            ))}
          </ol>
        )}
      </div>
    </aside>
  )
}
