import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Refused, send } from '../api/client'
import { fetchCanvas } from '../api/queries'
import type { Canvas, CanvasProblem } from '../api/types'
import { placed } from './placed'
import { useCanvas } from './store'
import { unsavedWork } from './unsavedWork'

const REST = 800
const AT_MOST = 2_500

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'lost' | 'refused' | 'stale' | 'gone'

/** A campaign as it came onto the screen. */
export interface Opened {
  canvas: Canvas
  etag: string
  /** What the server has, where work kept by this browser came back in its stead. */
  before?: Canvas | undefined
}

export interface Saving {
  state: SaveState
  why: string
  /** Gives back what the server had before the work kept by this browser came back. */
  dropRestored: (() => void) | undefined
  saveNow: () => Promise<boolean>
  keepMine: () => Promise<void>
  takeTheirs: () => Promise<void>
}

/** Saves the draft soon after each edit, and tells a newer version by somebody else. */
export function useAutosave(workspace: string, campaign: string, opened: Opened): Saving {
  const canvas = useCanvas((state) => state.canvas)
  const [state, setState] = useState<SaveState>('saved')
  const [why, setWhy] = useState('')
  const kept = useRef<Canvas>(undefined)
  const etag = useRef('')
  const firstUnsaved = useRef(0)
  const busy = useRef<Promise<boolean>>(undefined)

  useEffect(() => {
    kept.current = opened.before ? undefined : opened.canvas
    etag.current = opened.etag
    setState(opened.before ? 'unsaved' : 'saved')
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
        setState((await isGone(workspace, campaign)) ? 'gone' : 'stale')
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

  const asking = state === 'stale' || state === 'gone'
  useEffect(() => {
    if (canvas === kept.current || useCanvas.getState().readOnly) return
    if (asking) return
    setState((now) => (now === 'saving' ? now : 'unsaved'))
    unsavedWork.write(workspace, campaign, canvas, etag.current)
    firstUnsaved.current ||= Date.now()
    const left = Math.max(0, AT_MOST - (Date.now() - firstUnsaved.current))
    const timer = setTimeout(() => void saveNow(), Math.min(REST, left))
    return () => clearTimeout(timer)
  }, [canvas, saveNow, workspace, campaign, asking])

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

  const theirs = useCallback(async () => {
    try {
      return await fetchCanvas(workspace, campaign)
    } catch (error) {
      setState(isUnknown(error) ? 'gone' : 'lost')
      return undefined
    }
  }, [workspace, campaign])

  const keepMine = useCallback(async () => {
    const newest = await theirs()
    if (!newest) return
    etag.current = newest.etag
    await saveNow()
  }, [theirs, saveNow])

  const takeTheirs = useCallback(async () => {
    const newest = await theirs()
    if (!newest) return
    const drawn = await placed(newest.canvas, useCanvas.getState().types)
    etag.current = newest.etag
    kept.current = drawn
    unsavedWork.drop(workspace, campaign)
    useCanvas.getState().edit(() => drawn)
    setState('saved')
  }, [theirs, workspace, campaign])

  const { before } = opened
  const dropRestored = useMemo(
    () =>
      before &&
      (() => {
        // What was brought back may have been saved by now: then this is a newer version yet.
        useCanvas.getState().edit(() => before)
        if (!useCanvas.getState().readOnly) void saveNow()
        else unsavedWork.drop(workspace, campaign)
      }),
    [before, saveNow, workspace, campaign],
  )

  return { state, why, dropRestored, saveNow, keepMine, takeTheirs }
}

const isUnknown = (error: unknown) => error instanceof Refused && error.problem.status === 404

async function isGone(workspace: string, campaign: string): Promise<boolean> {
  try {
    await fetchCanvas(workspace, campaign)
    return false
  } catch (error) {
    return isUnknown(error)
  }
}
