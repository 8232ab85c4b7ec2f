import { AutoComplete, Tag } from 'antd'
import { useState } from 'react'
import { Allowed } from '../../access/Allowed'
import { useMay } from '../../access/session'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { useAsk, useChange, useDo } from '../shared/asking'

/** The tags of a member, to be taken away and given. */
export function MemberTags({ member }: { member: string }) {
  const { t } = useWords()
  const change = useChange()
  const act = useDo()
  const [typed, setTyped] = useState('')
  const may = useMay()
  const mayTake = may('DELETE /api/workspaces/{workspace}/tags/{tag}/members/{member}')
  const { data: tags = [] } = useAsk('GET /api/workspaces/{workspace}/members/{member}/tags', {
    path: { member },
  })
  const all = useFacts('GET /api/workspaces/{workspace}/tags')
  const give = (tag: string) => {
    setTyped('')
    if (tag.trim() === '') return
    void act(() =>
      change('POST /api/workspaces/{workspace}/tags/{tag}/members', {
        path: { tag: tag.trim() },
        body: { add: [member] },
      }),
    )
  }
  return (
    <div className="tags">
      {tags.map((tag) => (
        <Tag
          key={tag}
          closable={mayTake && { 'aria-label': t('data.tags.take', { tag }) }}
          onClose={(event) => {
            event.preventDefault()
            void act(() =>
              change('DELETE /api/workspaces/{workspace}/tags/{tag}/members/{member}', {
                path: { tag, member },
              }),
            )
          }}
        >
          {tag}
        </Tag>
      ))}
      <Allowed to="POST /api/workspaces/{workspace}/tags/{tag}/members">
        <AutoComplete
          size="small"
          className="tag-new"
          aria-label={t('data.tags.give')}
          placeholder={t('data.tags.give')}
          value={typed}
          options={all
            .filter(({ key = '' }) => !tags.includes(key) && key.includes(typed))
            .map(({ key = '' }) => ({ value: key }))}
          onChange={setTyped}
          onSelect={give}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) give(typed)
          }}
        />
      </Allowed>
    </div>
  )
}
