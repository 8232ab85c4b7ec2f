import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchCanvas, useNodeTypes } from '../api/queries'
import { placed } from './placed'
import { type Figure, useCanvas } from './store'
import { learnPorts, openWithPorts, usePorts } from './usePorts'

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
    let current = true
    const show = async () => {
      const drawn = await placed(file.data.canvas, byKey)
      await learnPorts(drawn)
      if (!current) return
      openWithPorts(drawn, byKey, true)
      setShown(true)
    }
    void show()
    return () => {
      current = false
    }
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
