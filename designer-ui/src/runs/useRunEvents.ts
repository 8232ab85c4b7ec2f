import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { addressOf } from '../api/client'
import type { Run } from '../api/types'
import { noteRates } from './rates'

/** Takes in what the server tells of a run; false while it tells nothing, so that one must ask. */
export function useRunEvents(workspace: string, run: string): boolean {
  const queries = useQueryClient()
  const [told, setTold] = useState(false)
  useEffect(() => {
    const source = new EventSource(
      addressOf('GET /api/workspaces/{workspace}/runs/{run}/events', { workspace, run }),
    )
    source.addEventListener('run', ({ data }: MessageEvent<string>) => {
      const view = JSON.parse(data) as Run
      noteRates(view)
      queries.setQueryData([workspace, 'runs', run], view)
      setTold(true)
      // The server has nothing more to tell; the browser would only connect again.
      if (view.state === 'finished' || view.state === 'stopped') source.close()
    })
    source.onerror = () => setTold(false)
    return () => source.close()
  }, [workspace, run, queries])
  return told
}
