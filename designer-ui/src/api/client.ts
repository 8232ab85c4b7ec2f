import type { Operations } from './schema.gen'
import type { ApiProblem } from './types'

type Operation = keyof Operations
type Given<T> = T extends undefined ? never : T
type Request<O extends Operation> = {
  path?: Given<Operations[O]['path']>
  query?: Given<Operations[O]['query']>
  body?: Given<Operations[O]['body']>
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}

/** An answer of the server that says what is wrong. */
export class Refused extends Error {
  readonly problem: ApiProblem

  constructor(problem: ApiProblem) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }
}

/** Calls an operation by its name in the API document, and gives the whole response. */
export async function send<O extends Operation>(
  operation: O,
  request: Request<O> = {},
): Promise<{ answer: Operations[O]['answer']; etag: string | null }> {
  const [method, template] = operation.split(' ') as [string, string]
  const body: unknown = request.body
  const file = body instanceof FormData || body instanceof Blob
  const response = await fetch(address(template, request.path, request.query), {
    method,
    headers: {
      Accept: 'application/json, application/problem+json',
      ...(body === undefined || file ? {} : { 'Content-Type': 'application/json' }),
      ...sessionToken(),
      ...request.headers,
    },
    body: file ? body : body === undefined ? null : JSON.stringify(body),
    signal: request.signal ?? null,
  })
  if (!response.ok) throw new Refused(await refusal(response))
  const text = await response.text()
  return {
    answer: (text === '' ? undefined : JSON.parse(text)) as Operations[O]['answer'],
    etag: response.headers.get('ETag'),
  }
}

/** What a change by a session repeats, so that the server knows it for one of our own pages. */
export function sessionToken(): Record<string, string> {
  const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1]
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token) } : {}
}

const whenLoginNeeded = new Set<() => void>()

/** Calls back when the server answers that nobody is logged in; gives the way to stop that. */
export function onLoginNeeded(act: () => void): () => void {
  whenLoginNeeded.add(act)
  return () => whenLoginNeeded.delete(act)
}

/** Why a response refuses; also for requests that are not sent from here. */
export async function refusal(response: Response): Promise<ApiProblem> {
  const problem = await problemOf(response)
  if (problem.code === 'login-needed') for (const act of whenLoginNeeded) act()
  return problem
}

/** Calls an operation and gives its answer. */
export async function call<O extends Operation>(
  operation: O,
  request: Request<O> = {},
): Promise<Operations[O]['answer']> {
  return (await send(operation, request)).answer
}

/** Calls an operation that answers with a text of its own form, such as XML. */
export async function textOf(operation: Operation, path: object): Promise<string> {
  const [method, template] = operation.split(' ') as [string, string]
  const response = await fetch(address(template, path, undefined), { method })
  if (!response.ok) throw new Refused(await refusal(response))
  return response.text()
}

/** The address of an operation, for what calls it by itself. */
export function addressOf(operation: Operation, path: object): string {
  return address(operation.slice(operation.indexOf(' ') + 1), path, undefined)
}

function address(template: string, path: object | undefined, query: object | undefined): string {
  const values = (path ?? {}) as Record<string, string | number>
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values[name])),
  )
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) parameters.set(name, String(value))
  }
  const tail = parameters.toString()
  return tail === '' ? filled : `${filled}?${tail}`
}

async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    return (await response.json()) as ApiProblem
  } catch {
    return {
      code: 'no-answer',
      status: response.status,
      title: response.statusText || `HTTP ${response.status}`,
      type: 'about:blank',
    }
  }
}
