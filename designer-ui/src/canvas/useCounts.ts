import { useEffect, useRef } from 'react'
import { Refused } from '../api/client'
import { countDraft } from '../api/counts'
import { editor } from '../api/once'
import type { Canvas, CanvasProblem, Counts } from '../api/types'
import { type Figure, useCanvas } from './store'

const PAUSE = 120

/** Counts the draft after each edit that can change a count; only the last answer is shown. */
export function useCounts(workspace: string, campaign: string) {
  const canvas = useCanvas((state) => state.canvas)
  const asked = useRef<string>('')
  const running = useRef<AbortController>(undefined)
  useEffect(() => {
    const draft = JSON.stringify(countable(canvas))
    if (draft === asked.current) return
    const wait = setTimeout(() => {
      asked.current = draft
      running.current?.abort()
      running.current = new AbortController()
      void count(workspace, campaign, running.current.signal)
    }, PAUSE)
    return () => clearTimeout(wait)
  }, [workspace, campaign, canvas])
  useEffect(() => () => running.current?.abort(), [])
}

/** Counts anew, on the data of now. */
export function recount(workspace: string, campaign: string) {
  useCanvas.setState((state) => ({
    pin: undefined,
    stale: new Set(state.canvas.nodes.map((node) => node.id)),
  }))
  return count(workspace, campaign, new AbortController().signal)
}

/** What counts and checks depend on: not on where nodes stand, nor on notes. */
function countable({ notes: _, ...canvas }: Canvas) {
  return {
    ...canvas,
    nodes: canvas.nodes.map(({ position: _, ...node }) => node),
  }
}

async function count(workspace: string, campaign: string, signal: AbortSignal) {
  const { canvas, pin } = useCanvas.getState()
  useCanvas.setState({ counting: true })
  try {
    const counts = await countDraft(workspace, { canvas, campaign, pin, editor }, signal)
    if (signal.aborted) return
    useCanvas.setState({
      counting: false,
      pin: counts.pin,
      dataMoved: counts.dataMoved,
      figures: figuresOf(counts),
      stale: new Set(),
      problems: counts.problems,
    })
  } catch (error) {
    if (signal.aborted) return
    useCanvas.setState({ counting: false, ...(error instanceof Refused ? refused(error) : {}) })
  }
}

function refused(error: Refused): { problems: CanvasProblem[] } {
  const problems = (error.problem.problems ?? []) as CanvasProblem[]
  return { problems }
}

export function figuresOf(counts: Counts): Record<string, Figure> {
  return Object.fromEntries(
    Object.entries(counts.nodes).map(([id, node]) => [
      id,
      {
        in: node.in,
        ports: node.ports,
        upTo: node.upTo ?? [],
        heldBack: node.ports.suppressed,
        failure: node.failure,
      },
    ]),
  )
}
