import { Button } from 'antd'
import { X } from 'lucide-react'
import { sourcePort } from '../canvas/model/wiring'
import { useCanvas } from '../canvas/store'
import { useWords } from '../i18n'
import { PeopleList } from './PeopleList'

/** Who went along the chosen wire. */
export function EdgeRecord({ workspace, run }: { workspace: string; run: number }) {
  const { t, say } = useWords()
  const [id] = useCanvas((state) => state.chosen.edges)
  const edge = useCanvas((state) => state.canvas.edges.find((one) => one.id === id))
  const source = useCanvas((state) => state.canvas.nodes.find((one) => one.id === edge?.source))
  const ports = useCanvas((state) => state.ports[edge?.source ?? ''])
  const choose = useCanvas((state) => state.choose)
  if (!edge) return null
  const port = sourcePort(edge, ports)
  const label = say(ports?.out.find((one) => one.key === port)?.label)
  return (
    <aside className="inspector" key={edge.id}>
      <div className="inspector-head">
        <strong className="grow">
          {source?.name || edge.source} · {label}
        </strong>
        <Button
          type="text"
          size="small"
          icon={<X size={16} />}
          aria-label={t('close')}
          onClick={() => choose({})}
        />
      </div>
      <div className="inspector-body">
        <PeopleList
          key={`${edge.source} ${port}`}
          workspace={workspace}
          run={run}
          node={edge.source}
          port={port}
        />
      </div>
    </aside>
  )
}
