import { useQueries } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { call } from '../../api/client'
import type { MemberProfile, PointsAccount } from '../../api/schema.gen'
import { useFacts } from '../../rules/facts'
import { useAsk, usePages } from '../shared/asking'

const EVENTS = 100
const BALANCE = 'GET /api/workspaces/{workspace}/points-accounts/{account}/members/{member}'

/** Everything that is told of a member, from all rooms of the server. */
export function useStory(profile: MemberProfile) {
  const member = profile.key ?? ''
  const path = { member }
  const orders = useAsk('GET /api/workspaces/{workspace}/members/{member}/orders', { path })
  const messages = useAsk('GET /api/workspaces/{workspace}/members/{member}/messages', { path })
  const coupons = useAsk('GET /api/workspaces/{workspace}/members/{member}/coupons', { path })
  const codes = useAsk('GET /api/workspaces/{workspace}/members/{member}/benefit-codes', { path })
  const accounts = useFacts('GET /api/workspaces/{workspace}/points-accounts')
  const points = usePoints(member, accounts)
  const events = usePages(
    'GET /api/workspaces/{workspace}/members/{member}/events',
    { path, query: { limit: EVENTS } },
    'before',
    (page) => page.next,
  )
  const runs = usePages(
    'GET /api/workspaces/{workspace}/members/{member}/runs',
    { path },
    'before',
    (page) => page.next ?? undefined,
  )
  return {
    orders: orders.data ?? [],
    messages: messages.data ?? [],
    coupons: coupons.data ?? [],
    codes: codes.data ?? [],
    points,
    accounts,
    events: events.data?.pages.flatMap((page) => page.events ?? []) ?? [],
    runs: runs.data?.pages.flatMap((page) => page.runs ?? []) ?? [],
    consents: profile.consents ?? [],
    loading: [orders, messages, coupons, codes, events, runs].some((query) => query.isLoading),
    error: [orders, messages, coupons, codes, events, runs].find((query) => query.error)?.error,
    more: events.hasNextPage || runs.hasNextPage,
    fetching: events.isFetchingNextPage || runs.isFetchingNextPage,
    fetchMore: () => {
      if (events.hasNextPage) void events.fetchNextPage()
      if (runs.hasNextPage) void runs.fetchNextPage()
    },
  }
}

export type Story = ReturnType<typeof useStory>

function usePoints(member: string, accounts: PointsAccount[]) {
  const { workspace = '' } = useParams()
  return useQueries({
    queries: accounts.map(({ key: account = '' }) => ({
      queryKey: [workspace, BALANCE, account, member],
      queryFn: () =>
        call(BALANCE, {
          path: { workspace, account, member },
        }),
    })),
    combine: (results) => results.flatMap(({ data }) => (data ? [data] : [])),
  })
}
