import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/client'
import type { Decided, Review } from '../api/types'

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

/** Whether nothing starts unapproved in the workspace. */
export function useApprovalRequired(workspace: string) {
  return useQuery({
    queryKey: [workspace, 'approval'],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/approval', { path: { workspace } })).required ??
      false,
  })
}

/** The last decision of a kind. */
export function last(review: Review | undefined, decision: Decision): Decided | undefined {
  return review?.decisions.findLast((one) => one.decision === decision)
}
