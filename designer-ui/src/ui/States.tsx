import { Alert, Button, Spin } from 'antd'
import { Refused } from '../api/client'
import { useWords } from '../i18n'

/** What stands in the place of something that is on its way. */
export function Loading() {
  const { t } = useWords()
  return (
    <div className="centred" role="status" aria-label={t('loading')}>
      <Spin size="large" />
    </div>
  )
}

/** What stands in the place of something that could not be fetched, with a way to try again. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  const { t } = useWords()
  const lost = !(error instanceof Refused)
  return (
    <div className="centred">
      <Alert
        type="error"
        showIcon
        title={lost ? t('connection.lost') : error.message}
        description={lost ? t('connection.lostHelp') : undefined}
        action={retry && <Button onClick={retry}>{t('tryAgain')}</Button>}
      />
    </div>
  )
}
