import { Button, Popconfirm, Table, Tag } from 'antd'
import { useState } from 'react'
import { Allowed } from '../../access/Allowed'
import { useMay } from '../../access/session'
import type { CouponDocument } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { word } from '../../rules/sentence'
import { AdjustPoints } from '../rewards/AdjustPoints'
import { useAsk, useChange, useDo } from '../shared/asking'
import type { Story } from './story'

/** Points, coupons, codes and offers of a member. */
export function MemberRewards({ member, story }: { member: string; story: Story }) {
  const { t, number, time } = useWords()
  const [adjusting, setAdjusting] = useState<string>()
  const { data: offers = [] } = useAsk(
    'GET /api/workspaces/{workspace}/members/{member}/discount-offers',
    { path: { member } },
  )
  return (
    <div className="rewards">
      <h2>{t('data.points.title')}</h2>
      {story.points.length === 0 && <p className="hint">{t('data.points.none')}</p>}
      <div className="sums">
        {story.points.map((balance) => (
          <div className="sum" key={balance.account}>
            <div className="sum-label">
              {story.accounts.find(({ key }) => key === balance.account)?.name}
            </div>
            <div className="sum-value">{number(balance.points ?? 0)}</div>
            <Allowed to="POST /api/workspaces/{workspace}/points-accounts/{account}/members/{member}/entries">
              <Button size="small" type="link" onClick={() => setAdjusting(balance.account)}>
                {t('data.points.adjust')}
              </Button>
            </Allowed>
          </div>
        ))}
      </div>
      <h2>{t('data.coupons.ofMember')}</h2>
      <Coupons coupons={story.coupons} />
      <h2>{t('data.offers.title')}</h2>
      {offers.length === 0 && <p className="hint">{t('data.offers.notMarked')}</p>}
      <ul className="plain">
        {offers.map(({ offer, left, markedUntil }) => (
          <li key={offer?.key}>
            <strong>{offer?.name}</strong>{' '}
            <span className="hint">
              {left !== undefined && t('data.offers.left', { left: number(left) })}{' '}
              {markedUntil && t('run.waitsUntil', { when: time(markedUntil) })}
            </span>
          </li>
        ))}
      </ul>
      {adjusting && (
        <AdjustPoints account={adjusting} member={member} onClose={() => setAdjusting(undefined)} />
      )}
    </div>
  )
}

const COLOURS: Record<string, string> = {
  offered: 'blue',
  claimed: 'processing',
  used: 'success',
  expired: 'default',
  revoked: 'error',
}

function Coupons({ coupons }: { coupons: CouponDocument[] }) {
  const { t, time } = useWords()
  const change = useChange()
  const act = useDo()
  const mayRevoke = useMay()('POST /api/workspaces/{workspace}/coupons/{code}/revoke')
  return (
    <Table<CouponDocument>
      size="small"
      rowKey={(coupon) => coupon.code ?? ''}
      dataSource={coupons}
      pagination={coupons.length > 10 ? { pageSize: 10 } : false}
      locale={{ emptyText: <span className="hint">{t('data.coupons.noneOfMember')}</span> }}
      columns={[
        { title: t('data.coupons.batch'), dataIndex: 'name' },
        { title: t('data.coupons.code'), dataIndex: 'code' },
        {
          title: t('campaigns.state'),
          dataIndex: 'state',
          render: (state: string) => <Tag color={COLOURS[state]}>{word('choice', state)}</Tag>,
        },
        {
          title: t('data.coupons.expires'),
          dataIndex: 'expiresAt',
          render: (at?: string) => at && time(at),
        },
        {
          key: 'revoke',
          render: (_, { code = '', state = '' }) =>
            mayRevoke &&
            (state === 'offered' || state === 'claimed') && (
              <Popconfirm
                title={t('data.coupons.revokeAsk')}
                okText={t('data.coupons.revoke')}
                cancelText={t('cancel')}
                onConfirm={() =>
                  act(() =>
                    change('POST /api/workspaces/{workspace}/coupons/{code}/revoke', {
                      path: { code },
                    }),
                  )
                }
              >
                <Button size="small" type="text" danger>
                  {t('data.coupons.revoke')}
                </Button>
              </Popconfirm>
            ),
        },
      ]}
    />
  )
}
