import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/client'
import type { Decided, DepartedRun, Review } from '../api/types'

export type Decision = 'submit' | 'withdraw' | 'approve' | 'reject' | 'return' | 'cancel'

export const reviewKey = (workspace: string, campaign: string) => [
  workspace,
  'campaigns',
  campaign,
  'review',
]

/** Where a campaign stands, and what was decided about it. */
export function useReview(workspace: string, campaign: string) {
  return useQuery({
    queryKey: reviewKey(workspace, campaign),
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/campaigns/{campaign}/review', {
        path: { workspace, campaign },
      })) as Review,
  })
}

/** Decides, and has everything fetched again that shows where the campaign stands. */
export function useDecide(workspace: string, campaign: string) {
  const queries = useQueryClient()
  return async (
    decision: Decision,
    more: { version?: number; comment?: string; dryRun?: number } = {},
  ) => {
    const review = (await call('POST /api/workspaces/{workspace}/campaigns/{campaign}/review', {
      path: { workspace, campaign },
      body: { decision, ...more },
    })) as Review
    queries.setQueryData(reviewKey(workspace, campaign), review)
    await queries.invalidateQueries({ queryKey: [workspace, 'campaigns'], exact: true })
    return review
  }
}

/** Whether nothing starts unapproved in the workspace, and how exactly an approval holds. */
export function useApprovalPolicy(workspace: string) {
  return useQuery({
    queryKey: [workspace, 'approval'],
    queryFn: async () => {
      const { required = false, departurePercent = 0 } = await call(
        'GET /api/workspaces/{workspace}/approval',
        { path: { workspace } },
      )
      return { required, departurePercent }
    },
  })
}

/** Whether nothing starts unapproved in the workspace. */
export function useApprovalRequired(workspace: string) {
  const { data } = useApprovalPolicy(workspace)
  return data?.required
}

const DEPARTURES_EVERY = 15_000

/** The runs that wait for an approver, because other people came than approved. */
export function useDepartures(workspace: string) {
  return useQuery({
    queryKey: [workspace, 'departures'],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/departures', {
        path: { workspace },
      })) as DepartedRun[],
    refetchInterval: DEPARTURES_EVERY,
  })
}

/** The last decision of a kind. */
export function last(review: Review | undefined, decision: Decision): Decided | undefined {
  return review?.decisions.findLast((one) => one.decision === decision)
}
