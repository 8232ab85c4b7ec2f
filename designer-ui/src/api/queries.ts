import { useQuery } from '@tanstack/react-query'
import { call, send } from './client'
import type { CampaignSummary, Canvas, DryRun, NodeType, Run, RunSummary, Workspace } from './types'

const MINUTE = 60_000

export function useWorkspaces() {
  return useQuery({
    queryKey: ['workspaces'],
    queryFn: async () => (await call('GET /api/workspaces')) as Workspace[],
    staleTime: MINUTE,
  })
}

export function useNodeTypes() {
  return useQuery({
    queryKey: ['node-types'],
    queryFn: async () => (await call('GET /api/node-types')) as NodeType[],
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useCampaigns(workspace: string) {
  return useQuery({
    queryKey: [workspace, 'campaigns'],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/campaigns', {
        path: { workspace },
      })) as CampaignSummary[],
  })
}

export async function fetchCanvas(workspace: string, campaign: string, version?: number) {
  const { answer, etag } = await send('GET /api/workspaces/{workspace}/campaigns/{campaign}', {
    path: { workspace, campaign },
    query: { version },
  })
  return { canvas: answer as Canvas, etag: etag ?? '' }
}

export function useRuns(workspace: string, campaign: string) {
  return useQuery({
    queryKey: [workspace, 'campaigns', campaign, 'runs'],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/campaigns/{campaign}/runs', {
        path: { workspace, campaign },
      })) as RunSummary[],
  })
}

const RUN_EVERY = 1_500

/** A run, asked for again while it goes on and nobody tells of it. */
export function useRun(workspace: string, run: string, told = false) {
  return useQuery({
    queryKey: [workspace, 'runs', run],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/runs/{run}', {
        path: { workspace, run: Number(run) },
      })) as Run,
    refetchInterval: (query) =>
      told || (query.state.data && ['finished', 'stopped'].includes(query.state.data.state))
        ? false
        : RUN_EVERY,
  })
}

const DRY_RUN_EVERY = 500

/** A dry run, asked for again until it has its result. */
export function useDryRun(workspace: string, id: string) {
  return useQuery({
    queryKey: [workspace, 'dry-runs', id],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/dry-runs/{dryRun}', {
        path: { workspace, dryRun: Number(id) },
      })) as DryRun,
    refetchInterval: (query) => (query.state.data?.endedAt ? false : DRY_RUN_EVERY),
  })
}
