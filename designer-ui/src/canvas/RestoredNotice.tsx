import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../i18n'

/** Tells that work of this browser was brought back, and lets go of it on request. */
export function RestoredNotice({ onDrop }: { onDrop: () => void }) {
  const { t } = useWords()
  const [answered, setAnswered] = useState(false)
  if (answered) return null
  return (
    <Alert
      banner
      type="info"
      title={t('save.restored')}
      action={
        <>
          <Button size="small" type="link" onClick={() => setAnswered(true)}>
            {t('draw.keepRestored')}
          </Button>
          <Button
            size="small"
            type="link"
            title={t('draw.dropRestoredHelp')}
            onClick={() => {
              setAnswered(true)
              onDrop()
            }}
          >
            {t('save.discard')}
          </Button>
        </>
      }
    />
  )
}
