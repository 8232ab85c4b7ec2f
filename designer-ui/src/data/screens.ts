import type { Screen } from '../ui/screens'

export const screens: Screen[] = []
