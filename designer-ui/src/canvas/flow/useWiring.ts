import type { Connection, Edge, FinalConnectionState } from '@xyflow/react'
import { App } from 'antd'
import { useCallback } from 'react'
import { useWords } from '../../i18n'
import { connect } from '../model/edits'
import { freeInPort, refusal } from '../model/wiring'
import { useCanvas } from '../store'
import { useAdding } from '../useAdding'

/** What happens when a wire is pulled: it connects, is refused with the reason, or asks for a node. */
export function useWiring() {
  const { t } = useWords()
  const { message } = App.useApp()
  const edit = useCanvas((state) => state.edit)
  const offerAt = useAdding((state) => state.offerAt)

  const why = useCallback((wire: Connection | Edge) => {
    const { canvas, ports: all } = useCanvas.getState()
    return refusal(
      canvas,
      (id) => all[id],
      { node: wire.source, port: wire.sourceHandle ?? undefined },
      { node: wire.target, port: wire.targetHandle ?? undefined },
    )
  }, [])

  const fits = useCallback((wire: Connection | Edge) => !why(wire), [why])

  const onConnect = useCallback(
    (wire: Connection) => {
      const refused = why(wire)
      if (refused) {
        message.warning(t(`refuse.${refused}`))
        return
      }
      edit((canvas) =>
        connect(
          canvas,
          { node: wire.source, port: wire.sourceHandle ?? undefined },
          { node: wire.target, port: wire.targetHandle ?? undefined },
        ),
      )
    },
    [edit, message, t, why],
  )

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, end: FinalConnectionState) => {
      if (!end.fromNode || end.isValid) return
      const from = { node: end.fromNode.id, port: end.fromHandle?.id ?? undefined }
      const outward = end.fromHandle?.type === 'source'
      const point = 'clientX' in event ? event : event.changedTouches[0]
      if (!point) return
      const onto = document
        .elementFromPoint(point.clientX, point.clientY)
        ?.closest('.react-flow__node')
      const id = onto?.getAttribute('data-id')
      if (!id) {
        if (outward) offerAt({ x: point.clientX, y: point.clientY }, { after: from })
        return
      }
      if (!outward) return
      const { canvas, ports: all } = useCanvas.getState()
      const portsOf = (node: string) => all[node]
      const port = freeInPort(canvas, portsOf, from, id)
      if (port) edit((before) => connect(before, from, { node: id, port }))
      else message.warning(t(`refuse.${refusal(canvas, portsOf, from, { node: id }) ?? 'full'}`))
    },
    [edit, message, offerAt, t],
  )

  return { fits, onConnect, onConnectEnd }
}
