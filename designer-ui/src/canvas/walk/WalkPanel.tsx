import { Alert, Button, Empty } from 'antd'
import { Footprints, X } from 'lucide-react'
import { useEffect } from 'react'
import { useWords } from '../../i18n'
import { MemberInput } from '../MemberInput'
import { useCanvas } from '../store'
import { Stop } from './Stop'
import { useWalk } from './useWalk'

interface Props {
  workspace: string
  campaign: string
}

/** Where one member would go on this canvas, and why. */
export function WalkPanel({ workspace, campaign }: Props) {
  const { t } = useWords()
  const { open, member, walk, problem, hide, go } = useWalk()
  const chosen = useCanvas((state) => state.chosen.nodes.size)
  const figures = useCanvas((state) => state.figures)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new counts may lead along another way
  useEffect(() => {
    const { open: walking, walk: before } = useWalk.getState()
    if (walking && before) void go(workspace, campaign, before.member.key ?? member)
  }, [figures])
  useEffect(() => () => useWalk.getState().hide(), [])
  if (!open || chosen > 0) return null
  return (
    <aside className="inspector walk" aria-label={t('draw.walk')}>
      <div className="inspector-head">
        <Footprints size={18} />
        <strong className="grow">{t('draw.walk')}</strong>
        <Button
          type="text"
          size="small"
          icon={<X size={16} />}
          aria-label={t('close')}
          onClick={hide}
        />
      </div>
      <div className="inspector-body">
        <MemberInput
          label={t('draw.walkWho')}
          value={member}
          onChange={(text) => useWalk.setState({ member: text })}
          onEnter={(picked) => void go(workspace, campaign, picked)}
        />
        {problem && <Alert type="warning" showIcon title={problem} />}
        {!walk && !problem && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('draw.walkHelp')} />
        )}
        {walk && (
          <>
            <p className="walk-who">
              <strong>{walk.member.name || walk.member.key}</strong>{' '}
              <span className="hint">{walk.member.key}</span>
            </p>
            <ol className="walk-stops">
              {walk.nodes.map((stop, index) => (
                <Stop key={`${stop.node} ${index}`} stop={stop} />
              ))}
            </ol>
          </>
        )}
      </div>
    </aside>
  )
}
