import { Button, Drawer, Tag } from 'antd'
import { useState } from 'react'
import { Allowed } from '../../access/Allowed'
import type { SegmentSummary } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useNames } from '../../rules/facts'
import type { Rule } from '../../rules/model'
import { sentence } from '../../rules/sentence'
import { useAsk, useChange, useDo } from '../shared/asking'
import { Danger } from '../shared/Danger'
import { ListScreen } from '../shared/ListScreen'
import { People } from '../shared/People'
import { RowName } from '../shared/RowName'
import { SegmentForm } from './SegmentForm'

/** The segments of a workspace. */
export default function SegmentList() {
  const words = useWords()
  const { t } = words
  const names = useNames()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/segments')
  const [open, setOpen] = useState<SegmentSummary>()
  const [editing, setEditing] = useState<SegmentSummary | 'new'>()
  return (
    <>
      <ListScreen<SegmentSummary>
        title={t('data.segments.title')}
        about={t('data.segments.about')}
        rows={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ key = '' }) => key}
        words={({ key, name }) => `${key} ${name}`}
        empty={{ title: t('data.segments.none'), help: t('data.segments.noneHelp') }}
        make={{
          label: t('data.segments.new'),
          needs: 'PUT /api/workspaces/{workspace}/segments/{key}',
          onClick: () => setEditing('new'),
        }}
        onOpen={setOpen}
        columns={[
          {
            title: t('data.name'),
            width: 280,
            render: (_, row) => (
              <RowName name={row.name ?? ''} detail={row.key} onOpen={() => setOpen(row)} />
            ),
          },
          {
            title: t('data.segments.kind'),
            width: 150,
            render: (_, { kind }) => (
              <Tag color={kind === 'dynamic' ? 'blue' : 'default'}>
                {t(kind === 'dynamic' ? 'data.segments.dynamic' : 'data.segments.static')}
              </Tag>
            ),
          },
          {
            title: t('data.segments.rule'),
            render: (_, { rule }) => (
              <span className="hint">
                {sentence(rule as unknown as Rule | undefined, words, names)}
              </span>
            ),
          },
        ]}
      />
      {open && (
        <Members
          segment={open}
          onEdit={() => {
            setEditing(open)
            setOpen(undefined)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {editing && (
        <SegmentForm
          record={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => setEditing(undefined)}
        />
      )}
    </>
  )
}

function Members({
  segment,
  onEdit,
  onClose,
}: {
  segment: SegmentSummary
  onEdit: () => void
  onClose: () => void
}) {
  const words = useWords()
  const { t, number } = words
  const names = useNames()
  const change = useChange()
  const act = useDo()
  const key = segment.key ?? ''
  const { data } = useAsk('GET /api/workspaces/{workspace}/segments/{key}', { path: { key } })
  const remove = async () => {
    const gone = await act(() =>
      change('DELETE /api/workspaces/{workspace}/segments/{key}', { path: { key } }),
    )
    if (gone) onClose()
  }
  return (
    <Drawer
      open
      title={segment.name}
      size={480}
      onClose={onClose}
      extra={
        <>
          <Allowed to="DELETE /api/workspaces/{workspace}/segments/{key}">
            <Danger
              label={t('data.delete')}
              ask={t('data.segments.deleteAsk', { name: segment.name ?? '' })}
              help={t('data.segments.deleteHelp', { people: number(data?.count ?? 0) })}
              onGo={remove}
            />{' '}
          </Allowed>
          <Allowed to="PUT /api/workspaces/{workspace}/segments/{key}">
            <Button type="primary" onClick={onEdit}>
              {t('data.edit')}
            </Button>
          </Allowed>
        </>
      }
    >
      {segment.rule && (
        <p className="rule-sentence">{sentence(segment.rule as unknown as Rule, words, names)}</p>
      )}
      <People operation="GET /api/workspaces/{workspace}/segments/{key}/members" path={{ key }} />
    </Drawer>
  )
}
