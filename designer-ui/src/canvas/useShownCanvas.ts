import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchCanvas, useNodeTypes } from '../api/queries'
import { arranged } from './model/arrange'
import { moveNodes } from './model/edits'
import { type Figure, useCanvas } from './store'
import { usePorts } from './usePorts'

const WIDTH = 240
const HEIGHT = 110

/** Shows a version of a campaign that nobody draws on, with figures. */
export function useShownCanvas(
  workspace: string,
  campaign: string | undefined,
  version: number | undefined,
) {
  const types = useNodeTypes()
  const file = useQuery({
    queryKey: [workspace, 'campaigns', campaign, 'canvas', version],
    queryFn: () => fetchCanvas(workspace, campaign ?? '', version),
    enabled: campaign !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!types.data || !file.data) return
    const byKey = new Map(types.data.map((type) => [type.key, type]))
    const { canvas } = file.data
    const portsOf = (id: string) =>
      byKey.get(canvas.nodes.find((node) => node.id === id)?.type ?? '')?.ports
    const sizes = canvas.nodes.map(({ id }) => ({ id, width: WIDTH, height: HEIGHT }))
    const placed = canvas.nodes.every((node) => node.position)
      ? Promise.resolve(canvas)
      : arranged(canvas, portsOf, sizes).then((places) => moveNodes(canvas, places))
    void placed.then((drawn) => {
      useCanvas.getState().open(drawn, byKey, true)
      setShown(true)
    })
  }, [types.data, file.data])
  usePorts()
  return { shown, error: types.error ?? file.error }
}

/** Puts figures on the canvas that is shown. */
export function useFigures(shown: boolean, figures: Record<string, Figure> | undefined) {
  useEffect(() => {
    if (shown && figures) useCanvas.setState({ figures, stale: new Set() })
  }, [shown, figures])
}
