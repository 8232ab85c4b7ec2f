import { call, Refused } from './client'
import type { Counts } from './types'

const PAUSE = 100

/** What the server is asked to count. */
export interface Draft {
  canvas: unknown
  editor: string
  campaign?: string
  pin?: Counts['pin']
}

/**
 * The counts of a draft. The server counts only the newest draft of an editor, as they come in: a request
 * that was given up may come in late and push out the one that is waited for, which is then asked again.
 */
export async function countDraft(
  workspace: string,
  draft: Draft,
  signal: AbortSignal,
): Promise<Counts> {
  for (;;) {
    try {
      return (await call('POST /api/workspaces/{workspace}/canvas/counts', {
        path: { workspace },
        body: draft as never,
        signal,
      })) as Counts
    } catch (error) {
      if (signal.aborted || !isOvertaken(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      signal.throwIfAborted()
    }
  }
}

function isOvertaken(error: unknown) {
  return error instanceof Refused && error.problem.code === 'newer-count'
}
