import { Check, CircleHelp, X } from 'lucide-react'
import type { WalkStop } from '../../api/types'
import { useWords } from '../../i18n'
import { useNames } from '../../rules/facts'
import { sentence } from '../../rules/sentence'
import { iconOf } from '../../ui/icons'
import { reasonWord } from '../../ui/reasons'
import { useGoTo } from '../FindNode'
import { useCanvas } from '../store'

/** A node on the way of a member: by which port they leave, and what decided it. */
export function Stop({ stop }: { stop: WalkStop }) {
  const words = useWords()
  const { t } = words
  const names = useNames()
  const goTo = useGoTo()
  const node = useCanvas((state) => state.canvas.nodes.find((one) => one.id === stop.node))
  const type = useCanvas((state) => (node ? state.types.get(node.type) : undefined))
  const Icon = iconOf(type?.icon)
  return (
    <li className={`walk-stop category-${type?.category}`} data-stop={stop.node}>
      <span className="card-icon">
        <Icon size={16} />
      </span>
      <div>
        <button type="button" className="walk-name" onClick={() => goTo(stop.node)}>
          {node?.name || stop.node}
        </button>
        <Leaving stop={stop} source={type?.kind === 'source'} off={Boolean(node?.disabled)} />
        {stop.until && stop.until !== stop.at && (
          <div className="hint">{t('draw.walkUntil', { when: words.time(stop.until) })}</div>
        )}
        <ul className="walk-conditions">
          {stop.conditions.map(({ condition, met }) => (
            <li key={JSON.stringify(condition)} data-met={String(met)}>
              {met === undefined ? (
                <CircleHelp size={13} aria-label={t('draw.walkOpen')} />
              ) : met ? (
                <Check size={13} className="fine" aria-label={t('draw.walkMet')} />
              ) : (
                <X size={13} className="bad" aria-label={t('draw.walkNotMet')} />
              )}
              <span>{sentence(condition, words, names)}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}

function Leaving({ stop, source, off }: { stop: WalkStop; source: boolean; off: boolean }) {
  const { t, say } = useWords()
  const ports = useCanvas((state) => state.ports[stop.node])
  if (stop.exits.length === 0) {
    return <div className="walk-leaves">{t(source ? 'draw.walkNot' : 'draw.walkEnd')}</div>
  }
  return stop.exits.map(({ port, reason, sure }) => {
    const label = say(ports?.out.find((one) => one.key === port)?.label) || port
    return (
      <div key={port} className="walk-leaves" data-exit={port}>
        {source
          ? t('draw.walkEnters')
          : t(sure ? 'draw.walkLeaves' : 'draw.walkMay', { port: label })}
        {off && <span className="hint"> {t('draw.walkOff')}</span>}
        {reason && <span className="hint"> ({reasonWord(reason)})</span>}
      </div>
    )
  })
}
