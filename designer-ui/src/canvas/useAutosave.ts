import { useCallback, useEffect, useRef, useState } from 'react'
import { Refused, send } from '../api/client'
import { fetchCanvas } from '../api/queries'
import type { Canvas, CanvasProblem } from '../api/types'
import { useCanvas } from './store'

const REST = 800
const AT_MOST = 2_500

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'lost' | 'refused' | 'stale'

export interface Saving {
  state: SaveState
  why: string
  restored: boolean
  saveNow: () => Promise<boolean>
  keepMine: () => Promise<void>
  takeTheirs: () => Promise<void>
}

/** Work that the server does not have yet, so that a closed tab or a dead server loses nothing. */
export const unsavedWork = {
  key: (workspace: string, campaign: string) => `sluice.unsaved.${workspace}.${campaign}`,
  read(workspace: string, campaign: string): { canvas: Canvas; etag: string } | undefined {
    try {
      const text = localStorage.getItem(this.key(workspace, campaign))
      return text ? JSON.parse(text) : undefined
    } catch {
      return undefined
    }
  },
  write(workspace: string, campaign: string, canvas: Canvas, etag: string) {
    try {
      localStorage.setItem(this.key(workspace, campaign), JSON.stringify({ canvas, etag }))
    } catch {
      // A full or forbidden store: the server is asked to keep the draft all the same.
    }
  },
  drop(workspace: string, campaign: string) {
    try {
      localStorage.removeItem(this.key(workspace, campaign))
    } catch {
      // Nothing was kept, so there is nothing to drop.
    }
  },
}

/** Saves the draft soon after each edit, and tells a newer version by somebody else. */
export function useAutosave(
  workspace: string,
  campaign: string,
  opened: { canvas: Canvas; etag: string; restored: boolean } | undefined,
): Saving {
  const canvas = useCanvas((state) => state.canvas)
  const [state, setState] = useState<SaveState>('saved')
  const [why, setWhy] = useState('')
  const kept = useRef<Canvas>(undefined)
  const etag = useRef('')
  const firstUnsaved = useRef(0)
  const busy = useRef<Promise<boolean>>(undefined)

  useEffect(() => {
    if (!opened) return
    kept.current = opened.restored ? undefined : opened.canvas
    etag.current = opened.etag
    setState(opened.restored ? 'unsaved' : 'saved')
  }, [opened])

  const put = useCallback(async (): Promise<boolean> => {
    const draft = useCanvas.getState().canvas
    if (draft === kept.current) return true
    setState('saving')
    try {
      const saved = await send('PUT /api/workspaces/{workspace}/campaigns/{campaign}', {
        path: { workspace, campaign },
        query: { draft: true },
        body: draft as never,
        headers: { 'If-Match': etag.current },
      })
      kept.current = draft
      etag.current = saved.etag ?? etag.current
      firstUnsaved.current = 0
      const more = useCanvas.getState().canvas !== draft
      if (!more) unsavedWork.drop(workspace, campaign)
      setState(more ? 'unsaved' : 'saved')
      return true
    } catch (error) {
      if (!(error instanceof Refused)) {
        setState('lost')
      } else if (error.problem.code === 'stale-canvas') {
        setState('stale')
      } else {
        const [first] = (error.problem.problems ?? []) as CanvasProblem[]
        setWhy(first?.message?.en ? JSON.stringify(first.message) : error.message)
        setState('refused')
      }
      return false
    }
  }, [workspace, campaign])

  const saveNow = useCallback(async (): Promise<boolean> => {
    while (busy.current) await busy.current
    busy.current = put().finally(() => {
      busy.current = undefined
    })
    return busy.current
  }, [put])

  const stale = state === 'stale'
  useEffect(() => {
    if (!opened || canvas === kept.current || useCanvas.getState().readOnly) return
    if (stale) return
    setState((now) => (now === 'saving' ? now : 'unsaved'))
    unsavedWork.write(workspace, campaign, canvas, etag.current)
    firstUnsaved.current ||= Date.now()
    const left = Math.max(0, AT_MOST - (Date.now() - firstUnsaved.current))
    const timer = setTimeout(() => void saveNow(), Math.min(REST, left))
    return () => clearTimeout(timer)
  }, [canvas, opened, saveNow, workspace, campaign, stale])

  useEffect(() => {
    if (state !== 'lost') return
    const timer = setInterval(() => void saveNow(), 2_000)
    return () => clearInterval(timer)
  }, [state, saveNow])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (kept.current && useCanvas.getState().canvas !== kept.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])

  const keepMine = useCallback(async () => {
    etag.current = (await fetchCanvas(workspace, campaign)).etag
    await saveNow()
  }, [workspace, campaign, saveNow])

  const takeTheirs = useCallback(async () => {
    const theirs = await fetchCanvas(workspace, campaign)
    etag.current = theirs.etag
    kept.current = theirs.canvas
    unsavedWork.drop(workspace, campaign)
    useCanvas.getState().edit(() => theirs.canvas)
    setState('saved')
  }, [workspace, campaign])

  return { state, why, restored: opened?.restored ?? false, saveNow, keepMine, takeTheirs }
}
