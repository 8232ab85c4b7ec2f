import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../i18n'
import type { Saving } from './useAutosave'

/** What somebody must know, or decide, about saving. */
export function SaveNotices({ saving }: { saving: Saving }) {
  const { t, language } = useWords()
  const [seen, setSeen] = useState(false)
  const why = saving.why.startsWith('{')
    ? (JSON.parse(saving.why) as Record<string, string>)[language]
    : saving.why
  return (
    <>
      {saving.restored && !seen && (
        <Alert
          banner
          type="info"
          title={t('save.restored')}
          closable
          action={
            <Button
              size="small"
              type="link"
              onClick={() => void saving.takeTheirs().then(() => setSeen(true))}
            >
              {t('save.discard')}
            </Button>
          }
          onClose={() => setSeen(true)}
        />
      )}
      {saving.state === 'lost' && <Alert banner type="warning" title={t('save.lost')} />}
      {saving.state === 'refused' && (
        <Alert banner type="error" title={t('save.refused', { why: why ?? '' })} />
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
