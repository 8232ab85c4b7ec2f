import { useQuery } from '@tanstack/react-query'
import { fetchCanvas } from '../api/queries'
import type { CanvasNode } from '../api/types'
import { useCanvas } from '../canvas/store'
import { useSummary } from '../canvas/summary'
import { useWords } from '../i18n'
import { type Difference, difference, isSame } from './diff'

interface Props {
  workspace: string
  campaign: string
  approved: number | undefined
  version: number
}

/** What the version differs in from the one that was approved last, in words. */
export function Differences({ workspace, campaign, approved, version }: Props) {
  const { t } = useWords()
  const { data } = useQuery({
    queryKey: [workspace, 'campaigns', campaign, 'difference', approved, version],
    queryFn: async () => {
      const [before, after] = await Promise.all([
        fetchCanvas(workspace, campaign, approved),
        fetchCanvas(workspace, campaign, version),
      ])
      return difference(before.canvas, after.canvas)
    },
    enabled: approved !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (approved === undefined) return <p className="hint">{t('approvals.firstTime')}</p>
  if (!data) return null
  if (isSame(data)) return <p className="hint">{t('approvals.same', { version: approved })}</p>
  return (
    <>
      <p className="hint">{t('approvals.since', { version: approved })}</p>
      <DifferenceList found={data} />
    </>
  )
}

function DifferenceList({ found }: { found: Difference }) {
  const { t } = useWords()
  const name = (node: CanvasNode) => node.name || node.id
  return (
    <ul className="differences">
      {found.added.map((node) => (
        <li key={node.id} data-difference="added">
          <b>+ {t('approvals.added', { node: name(node) })}</b> <Settings node={node} />
        </li>
      ))}
      {found.removed.map((node) => (
        <li key={node.id} data-difference="removed">
          <b>− {t('approvals.removed', { node: name(node) })}</b>
        </li>
      ))}
      {found.changed.map(({ before, after }) => (
        <li key={after.id} data-difference="changed">
          <b>± {t('approvals.changed', { node: name(after) })}</b>
          <div>
            <del>
              <Settings node={before} named={before.name !== after.name} />
            </del>
          </div>
          <div>
            <ins>
              <Settings node={after} named={before.name !== after.name} />
            </ins>
          </div>
        </li>
      ))}
      {found.wiresAdded.map(([from, to]) => (
        <li key={`+${from.id} ${to.id}`}>
          + {t('approvals.wire', { from: name(from), to: name(to) })}
        </li>
      ))}
      {found.wiresRemoved.map(([from, to]) => (
        <li key={`-${from.id} ${to.id}`}>
          − {t('approvals.wire', { from: name(from), to: name(to) })}
        </li>
      ))}
      {found.renamed && <li>± {t('approvals.renamed')}</li>}
    </ul>
  )
}

function Settings({ node, named = false }: { node: CanvasNode; named?: boolean }) {
  const { t } = useWords()
  const type = useCanvas((state) => state.types.get(node.type))
  const words = useSummary(node, type)
  return (
    <span>
      {named ? `${node.name || node.id}: ` : ''}
      {words || t('approvals.noSettings')}
    </span>
  )
}
