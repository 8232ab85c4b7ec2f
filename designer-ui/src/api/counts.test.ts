import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countDraft } from './counts'

const answer = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
const overtaken = () =>
  answer(409, { status: 409, code: 'newer-count', detail: 'newer', title: 'Conflict' })
const draft = { canvas: {}, editor: 'e' }

beforeEach(() => {
  vi.stubGlobal('document', { cookie: '' })
})
afterEach(() => vi.unstubAllGlobals())

test('a count that was pushed out by one that was given up is asked again', async () => {
  const answers = [overtaken(), overtaken(), answer(200, { nodes: {}, problems: [] })]
  const fetched = vi.fn(async () => answers.shift() as Response)
  vi.stubGlobal('fetch', fetched)
  const counts = await countDraft('demo', draft, new AbortController().signal)
  expect(counts.nodes).toEqual({})
  expect(fetched).toHaveBeenCalledTimes(3)
})

test('a count that was given up is not asked again', async () => {
  const giving = new AbortController()
  const fetched = vi.fn(async () => {
    giving.abort()
    return overtaken()
  })
  vi.stubGlobal('fetch', fetched)
  await expect(countDraft('demo', draft, giving.signal)).rejects.toThrow()
  expect(fetched).toHaveBeenCalledTimes(1)
})
