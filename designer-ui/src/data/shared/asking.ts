import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useParams } from 'react-router'
import { call } from '../../api/client'
import type { Operations } from '../../api/schema.gen'

type Operation = keyof Operations
type Rest<O extends Operation> = Omit<NonNullable<Operations[O]['path']>, 'workspace'>
type Query<O extends Operation> = Operations[O]['query']

interface Asking<O extends Operation> {
  path?: Rest<O>
  query?: Query<O>
  enabled?: boolean
  /** After how many milliseconds to ask again, as the answer stands. */
  every?: (answer: Operations[O]['answer'] | undefined) => number | false
}

/** Asks the server about the workspace on screen; what is asked twice is fetched once. */
export function useAsk<O extends Operation>(operation: O, asking: Asking<O> = {}) {
  const { workspace = '' } = useParams()
  const { path, query, enabled = true, every } = asking
  return useQuery({
    queryKey: path || query ? [workspace, operation, path, query] : [workspace, operation],
    queryFn: async () =>
      (await call(operation, {
        path: { workspace, ...path },
        query,
      } as never)) as Operations[O]['answer'],
    enabled: enabled && workspace !== '',
    refetchInterval: (asked) => every?.(asked.state.data) ?? false,
  })
}

/** Asks for a list page by page; `next` finds what the page after begins with. */
export function usePages<O extends Operation, N>(
  operation: O,
  asking: Asking<O>,
  parameter: string,
  next: (page: Operations[O]['answer']) => N | undefined,
) {
  const { workspace = '' } = useParams()
  const { path, query, enabled = true } = asking
  return useInfiniteQuery({
    queryKey: [workspace, operation, path, query, 'pages'],
    initialPageParam: undefined as N | undefined,
    queryFn: async ({ pageParam }) =>
      (await call(operation, {
        path: { workspace, ...path },
        query: { ...(query as object), [parameter]: pageParam },
      } as never)) as Operations[O]['answer'],
    getNextPageParam: (page) => next(page),
    enabled: enabled && workspace !== '',
  })
}

interface Changing<O extends Operation> {
  path?: Rest<O>
  query?: Query<O>
  body?: Operations[O]['body']
  headers?: Record<string, string>
}

/** Changes something in the workspace on screen, and has all that is shown of it fetched again. */
export function useChange() {
  const { workspace = '' } = useParams()
  const queries = useQueryClient()
  return async <O extends Operation>(
    operation: O,
    { path, ...request }: Changing<O> = {},
  ): Promise<Operations[O]['answer']> => {
    const answer = await call(operation, {
      path: { workspace, ...path },
      ...request,
    } as never)
    await queries.invalidateQueries({
      // The canvas on screen has its own way to be saved and loaded.
      predicate: ({ queryKey: [of, what] }) => of === workspace && String(what).startsWith('GET '),
    })
    return answer as Operations[O]['answer']
  }
}

/** Does something at once, and says so or why not. */
export function useDo() {
  const { message } = App.useApp()
  return async (action: () => Promise<unknown>, done?: string) => {
    try {
      await action()
      if (done) message.success(done)
      return true
    } catch (error) {
      message.error((error as Error).message)
      return false
    }
  }
}
