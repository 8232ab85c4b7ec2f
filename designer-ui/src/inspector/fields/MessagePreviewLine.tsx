import { Button, Modal } from 'antd'
import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { call } from '../../api/client'
import type { MessagePreview } from '../../api/schema.gen'
import type { Config } from '../../api/types'
import { MemberInput } from '../../canvas/MemberInput'
import { useCanvas } from '../../canvas/store'
import { useWords } from '../../i18n'
import { messageDraft } from '../messageDraft'

/** Shows a message as a member would get it. */
export function MessagePreviewLine({ config, name }: { config: Config; name: string }) {
  const { t, number } = useWords()
  const { workspace = '' } = useParams()
  const channel = useChannel(config, name)
  const [open, setOpen] = useState(false)
  const [member, setMember] = useState('')
  const [preview, setPreview] = useState<MessagePreview>()
  const [problem, setProblem] = useState('')
  const show = async (picked: string) => {
    try {
      setProblem('')
      setPreview(
        await call('POST /api/workspaces/{workspace}/messages/preview', {
          path: { workspace },
          body: { ...messageDraft(config, channel), member: picked },
        }),
      )
    } catch (error) {
      setPreview(undefined)
      setProblem((error as Error).message)
    }
  }
  return (
    <>
      <Button size="small" type="text" icon={<Eye size={14} />} onClick={() => setOpen(true)}>
        {t('field.preview')}
      </Button>
      <Modal
        title={t('field.preview')}
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <MemberInput
          label={t('field.previewFor')}
          value={member}
          onChange={setMember}
          onEnter={(picked) => void show(picked)}
        />
        {problem && <div className="field-problem">{problem}</div>}
        {preview && (
          <div className="phone">
            {Object.entries(preview.content ?? {}).map(([part, text]) => (
              <p key={part}>{text}</p>
            ))}
            {channel === 'sms' && (
              <div className="hint">
                {t('field.previewParts', {
                  chars: number(preview.characters ?? 0),
                  parts: number(preview.units ?? 0),
                })}
              </div>
            )}
          </div>
        )}
      </Modal>
    </>
  )
}

/** The channel of the settings, where they name one, or that of the chosen node. */
function useChannel(config: Config, name: string): string {
  const node = useCanvas((state) =>
    state.canvas.nodes.find((one) => state.chosen.nodes.has(one.id)),
  )
  if (typeof config.channel === 'string') return config.channel
  if (name === 'html' || 'subject' in config) return 'email'
  return node?.type ?? 'sms'
}
