import { onceKey } from '../../api/once'
import { useWords } from '../../i18n'
import { useAsk, useChange } from '../shared/asking'
import { RecordDrawer } from '../shared/RecordDrawer'

/** Adds points to a member's balance or takes some, and shows how the balance came about. */
export function AdjustPoints({
  account,
  member,
  onClose,
}: {
  account: string
  member: string
  onClose: () => void
}) {
  const { t, number, time } = useWords()
  const change = useChange()
  const { data } = useAsk(
    'GET /api/workspaces/{workspace}/points-accounts/{account}/members/{member}',
    { path: { account, member } },
  )
  return (
    <RecordDrawer
      title={t('data.points.adjustTitle', { member })}
      needs="POST /api/workspaces/{workspace}/points-accounts/{account}/members/{member}/entries"
      record={{}}
      fields={[
        {
          name: 'points',
          label: t('data.points.by'),
          help: t('data.points.byHelp'),
          kind: 'whole',
          required: true,
        },
        { name: 'note', label: t('data.note'), kind: 'line' },
      ]}
      above={
        <p>
          {t('data.points.balance')} <strong>{number(data?.points ?? 0)}</strong>
        </p>
      }
      below={() => (
        <>
          <h3>{t('data.points.entries')}</h3>
          <ul className="entries">
            {(data?.entries ?? []).map((entry, index) => (
              <li key={index}>
                <span className={(entry.points ?? 0) < 0 ? 'bad' : 'fine'}>
                  {(entry.points ?? 0) > 0 && '+'}
                  {number(entry.points ?? 0)}
                </span>
                <span className="grow">{entry.note || entry.cause}</span>
                <span className="hint">{entry.at && time(entry.at)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      onClose={onClose}
      onSave={async (values) => {
        await change(
          'POST /api/workspaces/{workspace}/points-accounts/{account}/members/{member}/entries',
          {
            path: { account, member },
            body: values as never,
            headers: { 'Idempotency-Key': onceKey() },
          },
        )
        onClose()
      }}
    />
  )
}
