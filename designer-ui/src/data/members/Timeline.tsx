import { Button, Empty, Tag } from 'antd'
import {
  CircleCheck,
  Gift,
  type LucideIcon,
  MousePointerClick,
  Route,
  Send,
  ShoppingBag,
  Star,
} from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useWords } from '../../i18n'
import { Failure, Loading } from '../../ui/States'
import { useAsk } from '../shared/asking'
import type { Story } from './story'
import { KINDS, type Kind, timeline } from './timeline'

const ICONS: Record<Kind, LucideIcon> = {
  order: ShoppingBag,
  event: MousePointerClick,
  message: Send,
  run: Route,
  reward: Gift,
  points: Star,
  consent: CircleCheck,
}

/** Everything that happened to a member in one line, by kind. */
export function Timeline({ story }: { story: Story }) {
  const words = useWords()
  const { t, number, time } = words
  const { workspace } = useParams()
  const { data: prices } = useAsk('GET /api/workspaces/{workspace}/prices')
  const [only, setOnly] = useState<Kind>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow from the language
  const all = useMemo(
    () => timeline({ ...story, currency: prices?.currency }, words),
    [story, prices, words.language],
  )
  if (story.error) return <Failure error={story.error} />
  if (story.loading) return <Loading />
  const shown = only ? all.filter(({ kind }) => kind === only) : all
  return (
    <>
      <div className="kinds" role="toolbar" aria-label={t('data.story.filter')}>
        {[undefined, ...KINDS].map((kind) => {
          const count = kind ? all.filter((one) => one.kind === kind).length : all.length
          return (
            <Tag.CheckableTag
              key={kind ?? 'all'}
              checked={only === kind}
              onChange={() => setOnly(kind)}
            >
              {t(`data.story.kind.${kind ?? 'all'}`)} {number(count)}
            </Tag.CheckableTag>
          )
        })}
      </div>
      {shown.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('data.story.none')} />
      )}
      <ol className="timeline">
        {shown.map((one, index) => {
          const Icon = ICONS[one.kind]
          return (
            <li key={index} data-kind={one.kind}>
              <span className={`timeline-icon ${one.tone ?? ''}`}>
                <Icon size={14} />
              </span>
              <div className="grow">
                <div className="timeline-title">
                  {one.title}
                  {one.run !== undefined && (
                    <Link to={`/w/${workspace}/runs/${one.run}`} className="hint">
                      {t('run.title', { id: one.run })}
                    </Link>
                  )}
                </div>
                {one.detail && <div className="hint">{one.detail}</div>}
              </div>
              <time className="hint" dateTime={one.at}>
                {one.at && time(one.at)}
              </time>
            </li>
          )
        })}
      </ol>
      {story.more && (
        <div className="more">
          <Button loading={story.fetching} onClick={story.fetchMore}>
            {t('data.story.more')}
          </Button>
        </div>
      )}
    </>
  )
}
