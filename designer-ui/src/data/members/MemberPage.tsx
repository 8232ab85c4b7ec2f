import { Button, Tabs, Tag } from 'antd'
import { ArrowLeft, Pencil } from 'lucide-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Allowed } from '../../access/Allowed'
import type { MemberProfile } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { word } from '../../rules/sentence'
import { Failure, Loading } from '../../ui/States'
import { useAsk } from '../shared/asking'
import { EditMember } from './EditMember'
import { MemberFacts } from './MemberFacts'
import { MemberRewards } from './MemberRewards'
import { stageOf } from './stage'
import { useStory } from './story'
import { Timeline } from './Timeline'
import { WhyPanel } from './WhyPanel'

/** All that is known of one member. */
export default function MemberPage() {
  const { member = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/workspaces/{workspace}/members/{key}', {
    path: { key: member },
  })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  return data ? <Profile key={member} profile={data} /> : <Loading />
}

function Profile({ profile }: { profile: MemberProfile }) {
  const { t } = useWords()
  const { workspace } = useParams()
  const story = useStory(profile)
  const [editing, setEditing] = useState(false)
  const { data: thresholds } = useAsk('GET /api/workspaces/{workspace}/lifecycle/thresholds')
  const { name, status = 'active' } = (profile.profile ?? {}) as unknown as Record<string, string>
  const stage = thresholds && !story.loading && stageOf(story.orders, thresholds, Date.now())
  return (
    <div className="page">
      <div className="page-head">
        <Link
          to={`/w/${workspace}/members`}
          className="tool-back"
          aria-label={t('data.members.title')}
        >
          <ArrowLeft size={18} />
        </Link>
        <h1>{name || profile.key}</h1>
        <span className="hint">{profile.key}</span>
        <Tag color={status === 'active' ? 'success' : 'default'}>{word('choice', status)}</Tag>
        {stage && <Tag>{t('data.members.stage', { stage: word('choice', stage) })}</Tag>}
        <span className="grow" />
        <Allowed to="PUT /api/workspaces/{workspace}/members/{key}">
          <Button icon={<Pencil size={14} />} onClick={() => setEditing(true)}>
            {t('data.edit')}
          </Button>
        </Allowed>
      </div>
      <div className="member">
        <MemberFacts profile={profile} />
        <div className="sheet">
          <Tabs
            items={[
              {
                key: 'story',
                label: t('data.members.timeline'),
                children: <Timeline story={story} />,
              },
              {
                key: 'rewards',
                label: t('data.members.rewards'),
                children: <MemberRewards member={profile.key ?? ''} story={story} />,
              },
              {
                key: 'why',
                label: t('data.members.why'),
                children: <WhyPanel member={profile.key ?? ''} />,
              },
            ]}
          />
        </div>
      </div>
      {editing && <EditMember profile={profile} onClose={() => setEditing(false)} />}
    </div>
  )
}
