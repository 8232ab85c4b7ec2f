import type { ActionFigures, GoalFigures, RunTotal, Total } from '../api/results'
import { useCampaignAnalysis, useRunAnalysis } from './queries'

/** What came of a campaign, or of one of its runs. */
export interface Report {
  asOf: string
  complete: boolean
  /** The run that the figures are of; of several none. */
  run: number | undefined
  total: Total
  goal: GoalFigures | undefined
  actions: ActionFigures[]
  runs: RunTotal[]
}

export function useReport(workspace: string, campaign: string, run: number | undefined) {
  const all = useCampaignAnalysis(workspace, campaign)
  const one = useRunAnalysis(workspace, run)
  const refetch = () => {
    void all.refetch()
    if (run !== undefined) void one.refetch()
  }
  const error = all.error ?? one.error
  if (!all.data || (run !== undefined && !one.data)) return { report: undefined, error, refetch }
  const { runs } = all.data
  const { asOf, total, actions } = one.data ?? all.data
  const report: Report = {
    asOf,
    total,
    actions,
    runs,
    run: run ?? (runs.length === 1 ? runs[0]?.run : undefined),
    goal: (run === undefined ? goalOf(runs) : one.data?.goal) ?? undefined,
    complete: one.data?.complete ?? runs.every(({ complete }) => complete),
  }
  return { report, error, refetch }
}

/** The goal over runs: the sums of those who entered and of those who reached it. */
export function goalOf(runs: RunTotal[]): GoalFigures | undefined {
  const [last, ...before] = runs.flatMap(({ goal }) => (goal ? [goal] : []))
  if (!last) return undefined
  const all = [last, ...before]
  const entered = all.reduce((sum, goal) => sum + goal.entered, 0)
  const reached = all.reduce((sum, goal) => sum + goal.reached, 0)
  return {
    ...last,
    entered,
    reached,
    rate: entered === 0 ? null : reached / entered,
    complete: all.every(({ complete }) => complete),
  }
}
