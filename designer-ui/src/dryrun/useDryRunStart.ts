import { App } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '../api/client'
import type { DryRun } from '../api/types'

/** Saves, asks for a dry run, and goes to its page. */
export function useDryRunStart(
  workspace: string,
  campaign: string,
  saveNow: () => Promise<boolean>,
) {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    try {
      if (!(await saveNow())) return
      const dryRun = (await call('POST /api/workspaces/{workspace}/campaigns/{campaign}/dry-run', {
        path: { workspace, campaign },
      })) as DryRun
      void navigate(`/w/${workspace}/dry-runs/${dryRun.id}`)
    } catch (error) {
      message.error((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return { start, busy }
}
