import { Modal, Segmented } from 'antd'
import { useState } from 'react'
import type { Run } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'

type Choice = 'fire' | 'skip'

interface Props {
  overdue: NonNullable<Run['overdue']>
  onClose: () => void
  onResume: (choices: Record<string, Choice>) => void
}

/** Asks for each wait that came due during the pause whether its people still go on. */
export function ResumeDialog({ overdue, onClose, onResume }: Props) {
  const { t, number, time } = useWords()
  const nodes = useCanvas((state) => state.canvas.nodes)
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const open = overdue.filter(({ node }) => !choices[node ?? ''])
  return (
    <Modal
      open
      title={t('resume.title')}
      okText={t('run.resume')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: open.length > 0 }}
      onOk={() => onResume(choices)}
      onCancel={onClose}
    >
      <p>{t('resume.help')}</p>
      {overdue.map(({ node = '', dueAt = '', people = 0 }) => (
        <div className="field" key={node}>
          <div className="field-label">
            {nodes.find(({ id }) => id === node)?.name || node}
            <span className="hint">
              {' '}
              {t('resume.due', { when: time(dueAt), n: number(people) })}
            </span>
          </div>
          <Segmented<Choice | ''>
            value={choices[node] ?? ''}
            options={[
              { value: 'fire', label: t('resume.fire') },
              { value: 'skip', label: t('resume.skip') },
            ]}
            onChange={(choice) => setChoices({ ...choices, [node]: choice as Choice })}
          />
        </div>
      ))}
    </Modal>
  )
}
