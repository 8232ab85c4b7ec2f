import { Handle, Position } from '@xyflow/react'
import type { OutPort, Ports } from '../../api/types'
import { useWords } from '../../i18n'
import type { Figure } from '../store'

/** The ports of a node that has several, each with its count. */
export function PortRows({
  ports,
  out,
  figure,
}: {
  ports: Ports
  out: OutPort[]
  figure: Figure | undefined
}) {
  const { say, number } = useWords()
  const rows = Math.max(out.length, ports.in.length > 1 ? ports.in.length : 0)
  return (
    <div className="card-ports">
      {Array.from({ length: rows }, (_, row) => {
        const inPort = ports.in.length > 1 ? ports.in[row] : undefined
        const outPort = out[row]
        const people = outPort && figure?.ports[outPort.key]
        return (
          <div className="card-port" key={row}>
            {inPort && (
              <>
                <Handle type="target" position={Position.Left} id={inPort.key} className="port" />
                <span className="port-in">{say(inPort.label)}</span>
              </>
            )}
            <span className="grow" />
            {outPort && (
              <>
                <span className="port-label">{say(outPort.label)}</span>
                <span className="port-count">
                  {people === undefined
                    ? ''
                    : `${figure?.upTo.includes(outPort.key) ? '≤ ' : ''}${number(people)}`}
                </span>
                <Handle type="source" position={Position.Right} id={outPort.key} className="port" />
              </>
            )}
          </div>
        )
      })}
    </div>
  )
}
