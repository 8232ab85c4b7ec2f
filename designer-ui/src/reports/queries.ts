import { useQueries, useQuery } from '@tanstack/react-query'
import { call } from '../api/client'
import type { Budget, CampaignAnalysis, Recount, RunAnalysis } from '../api/results'
import type { Run } from '../api/types'

const CAMPAIGN = '/api/workspaces/{workspace}/campaigns/{campaign}'
const RUN = '/api/workspaces/{workspace}/runs/{run}'

export function useCampaignAnalysis(workspace: string, campaign: string) {
  return useQuery({
    queryKey: [workspace, 'campaigns', campaign, 'analysis'],
    queryFn: async () =>
      (await call(`GET ${CAMPAIGN}/analysis`, {
        path: { workspace, campaign },
      })) as CampaignAnalysis,
  })
}

export function useRunAnalysis(workspace: string, run: number | undefined) {
  return useQuery({
    queryKey: [workspace, 'runs', String(run), 'analysis'],
    queryFn: async () =>
      (await call(`GET ${RUN}/analysis`, { path: { workspace, run: run ?? 0 } })) as RunAnalysis,
    enabled: run !== undefined,
  })
}

/** Runs as they stand, for what left which node. */
export function useRunViews(workspace: string, runs: number[]) {
  return useQueries({
    queries: runs.map((run) => ({
      queryKey: [workspace, 'runs', String(run)],
      queryFn: async () => (await call(`GET ${RUN}`, { path: { workspace, run } })) as Run,
    })),
    combine: (results) => ({
      views: results.flatMap(({ data }) => (data ? [data] : [])),
      error: results.find(({ error }) => error)?.error ?? null,
    }),
  })
}

/** What had come of a run by the end of each day on which it was counted, the first first. */
export function useDays(workspace: string, run: number | undefined, most: number) {
  const days = useQuery({
    queryKey: [workspace, 'runs', String(run), 'recounts'],
    queryFn: async () =>
      (await call(`GET ${RUN}/recounts`, { path: { workspace, run: run ?? 0 } })) as Recount[],
    enabled: run !== undefined,
  })
  const shown = (days.data ?? []).slice(0, most).reverse()
  const figures = useQueries({
    queries: shown.map(({ day }) => ({
      queryKey: [workspace, 'runs', String(run), 'recounts', day],
      queryFn: async () =>
        (await call(`GET ${RUN}/recounts/{day}`, {
          path: { workspace, run: run ?? 0, day },
        })) as RunAnalysis,
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => results.map(({ data }) => data),
  })
  return {
    loading: days.isLoading || figures.some((one) => one === undefined),
    error: days.error,
    days: shown.map(({ day }, index) => ({ day, total: figures[index]?.total })),
  }
}

export function useWindow(workspace: string, campaign: string) {
  return useQuery({
    queryKey: [workspace, 'campaigns', campaign, 'analysis-window'],
    queryFn: async () =>
      (await call(`GET ${CAMPAIGN}/analysis-window`, { path: { workspace, campaign } })).days ?? 0,
  })
}

export function useBudget(workspace: string, campaign: string) {
  return useQuery({
    queryKey: [workspace, 'campaigns', campaign, 'budget'],
    queryFn: async () =>
      (await call(`GET ${CAMPAIGN}/budget`, { path: { workspace, campaign } })) as Budget,
  })
}
