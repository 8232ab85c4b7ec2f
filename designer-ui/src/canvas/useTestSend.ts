import { create } from 'zustand'

interface TestSendState {
  node: string | undefined
  open: (node: string) => void
  close: () => void
}

/** The message node whose test is being sent. */
export const useTestSend = create<TestSendState>((set) => ({
  node: undefined,
  open: (node) => set({ node }),
  close: () => set({ node: undefined }),
}))
