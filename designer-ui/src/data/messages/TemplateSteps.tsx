import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useRights } from '../../access/session'
import type { Template } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useAsk, useChange } from '../shared/asking'
import { RecordDrawer } from '../shared/RecordDrawer'
import { LivePreview } from './LivePreview'
import type { Channel } from './parts'

type Step = 'submit' | 'approve' | 'reject'

const NEXT: Record<string, Step[]> = {
  draft: ['submit'],
  rejected: ['submit'],
  submitted: ['approve', 'reject'],
  approved: [],
}

/** Where a template stands: what it says, who decided what, and what comes next. */
export function TemplateSteps({ template }: { template: Template }) {
  const { t, time } = useWords()
  const change = useChange()
  const [step, setStep] = useState<Step>()
  const key = template.key ?? ''
  const { data } = useAsk('GET /api/workspaces/{workspace}/templates/{template}', {
    path: { template: key },
  })
  const rights = useRights()
  const next = (NEXT[template.state ?? 'draft'] ?? []).filter((one) =>
    one === 'submit' ? rights.draw : rights.approve,
  )
  return (
    <>
      <Alert
        type={template.state === 'approved' ? 'success' : 'info'}
        showIcon
        title={t(`data.templates.stands.${template.state as 'draft'}`)}
        action={next.map((one) => (
          <Button
            key={one}
            size="small"
            type={one === 'reject' ? 'default' : 'primary'}
            onClick={() => setStep(one)}
          >
            {t(`data.templates.steps.${one}`)}
          </Button>
        ))}
      />
      <LivePreview channel={template.channel as Channel} content={template.content ?? {}} />
      <h3>{t('data.templates.decisions')}</h3>
      <ul className="entries">
        {(data?.decisions ?? []).map((decision, index) => (
          <li key={index}>
            <span>{t(`data.templates.done.${decision.step as Step}`)}</span>
            <span className="grow hint">
              {t('data.templates.by', { who: decision.who ?? '', version: decision.version ?? 1 })}
              {decision.words && ` · ${decision.words}`}
            </span>
            <span className="hint">{decision.at && time(decision.at)}</span>
          </li>
        ))}
      </ul>
      {step && (
        <RecordDrawer
          title={t(`data.templates.steps.${step}`)}
          okText={t(`data.templates.steps.${step}`)}
          needs="POST /api/workspaces/{workspace}/templates/{template}/{step}"
          record={{}}
          fields={[{ name: 'words', label: t('data.note'), kind: 'long', most: 1000 }]}
          onClose={() => setStep(undefined)}
          onSave={async (values) => {
            await change('POST /api/workspaces/{workspace}/templates/{template}/{step}', {
              path: { template: key, step },
              body: values as never,
            })
            setStep(undefined)
          }}
        />
      )}
    </>
  )
}
