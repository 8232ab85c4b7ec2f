import { Alert, Button, Modal } from 'antd'
import { useWords } from '../i18n'
import { GoneDialog } from './GoneDialog'
import { RestoredNotice } from './RestoredNotice'
import { useCanvas } from './store'
import type { Saving } from './useAutosave'

interface Props {
  workspace: string
  campaign: string
  saving: Saving
}

/** What somebody must know, or decide, about saving. */
export function SaveNotices({ workspace, campaign, saving }: Props) {
  const { t, language } = useWords()
  const why = saving.why.startsWith('{')
    ? (JSON.parse(saving.why) as Record<string, string>)[language]
    : saving.why
  return (
    <>
      {saving.dropRestored && <RestoredNotice onDrop={saving.dropRestored} />}
      {saving.state === 'lost' && <Alert banner type="warning" title={t('save.lost')} />}
      {saving.state === 'refused' && (
        <Alert banner type="error" title={t('save.refused', { why: why ?? '' })} />
      )}
      {saving.state === 'gone' && (
        <GoneDialog
          workspace={workspace}
          campaign={campaign}
          canvas={useCanvas.getState().canvas}
        />
      )}
      <Modal
        open={saving.state === 'stale'}
        title={t('save.staleTitle')}
        closable={false}
        footer={null}
      >
        <p>{t('save.stale')}</p>
        <div className="choices">
          <Button type="primary" block onClick={() => void saving.keepMine()}>
            {t('save.keepMine')}
          </Button>
          <p className="hint">{t('save.keepMineHelp')}</p>
          <Button block onClick={() => void saving.takeTheirs()}>
            {t('save.takeTheirs')}
          </Button>
          <p className="hint">{t('save.takeTheirsHelp')}</p>
        </div>
      </Modal>
    </>
  )
}
