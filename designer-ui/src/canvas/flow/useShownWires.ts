import { useMemo } from 'react'
import { useWords } from '../../i18n'
import { sourcePort, targetPort } from '../model/wiring'
import { useCanvas } from '../store'
import { type WireEdge, wireOf } from './cards'

const FROM = '\u0001'
const TO = '\u0002'

/** The wires as React Flow is given them, each the same object while nothing of it changes. */
export function useShownWires(): WireEdge[] {
  const { t, language } = useWords()
  const edges = useCanvas((state) => state.canvas.edges)
  const nodes = useCanvas((state) => state.canvas.nodes)
  const ports = useCanvas((state) => state.ports)
  const chosen = useCanvas((state) => state.chosen.edges)
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language alone
  return useMemo(() => {
    const names = new Map(nodes.map(({ id, name }) => [id, name || id]))
    const kind = t('draw.wire')
    // Looked up once for all wires.
    const sentence = t('draw.wireOf', { from: FROM, to: TO })
    const name = (id: string) => names.get(id) ?? id
    return edges.map((edge) =>
      wireOf(
        edge,
        sourcePort(edge, ports[edge.source]),
        targetPort(edge, ports[edge.target]),
        chosen.has(edge.id),
        {
          kind,
          label: sentence
            .replace(FROM, () => name(edge.source))
            .replace(TO, () => name(edge.target)),
        },
      ),
    )
  }, [edges, nodes, ports, chosen, language])
}
