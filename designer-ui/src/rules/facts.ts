import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { call } from '../api/client'
import type { Operations } from '../api/schema.gen'
import { useCanvas } from '../canvas/store'
import type { Names } from './sentence'

type Listing = {
  [O in keyof Operations]: O extends `GET /api/workspaces/{workspace}/${string}`
    ? Operations[O]['path'] extends { workspace: string }
      ? Operations[O]['answer'] extends unknown[]
        ? O
        : never
      : never
    : never
}[keyof Operations]

/** A list that the workspace keeps, fetched once and again when a form that shows it opens. */
export function useFacts<O extends Listing>(operation: O): Operations[O]['answer'] {
  const { workspace = '' } = useParams()
  const { data } = useQuery({
    queryKey: [workspace, operation],
    queryFn: async () =>
      (await call(operation, { path: { workspace } } as never)) as Operations[O]['answer'],
    staleTime: 30_000,
    enabled: workspace !== '',
  })
  return data ?? (NOTHING as never)
}

const NOTHING: never[] = []

const nameIn = (list: { key?: string; name?: string; label?: string }[], key: string) => {
  const found = list.find((one) => one.key === key)
  return found?.label || found?.name || key
}

/** What things are called that rules and settings name by key. */
export function useNames(): Names {
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes')
  const segments = useFacts('GET /api/workspaces/{workspace}/segments')
  const accounts = useFacts('GET /api/workspaces/{workspace}/points-accounts')
  const batches = useFacts('GET /api/workspaces/{workspace}/coupon-batches')
  const offers = useFacts('GET /api/workspaces/{workspace}/discount-offers')
  const templates = useFacts('GET /api/workspaces/{workspace}/templates')
  const nodes = useCanvas((state) => state.canvas.nodes)
  return useMemo(
    () => ({
      attribute: (key) => nameIn(attributes, key),
      segment: (key) => nameIn(segments, key),
      account: (key) => nameIn(accounts, key),
      batch: (key) => nameIn(batches, key),
      offer: (key) => nameIn(offers, key),
      template: (key) => nameIn(templates, key),
      node: (id) => nodes.find((node) => node.id === id)?.name || id,
    }),
    [attributes, segments, accounts, batches, offers, templates, nodes],
  )
}
