import { createContext } from 'react'

/** Whether a rule stands by itself, such as that of a segment, and not on a canvas. */
export const NoCanvas = createContext(false)
