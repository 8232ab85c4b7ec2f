import { useEffect, useMemo } from 'react'

const UP = ['pointerup', 'pointercancel', 'dragstart']

/** Gives a way to act once no button of the mouse is pressed: at once, or after a drag. */
export function usePressed() {
  const { watch, whenReleased } = useMemo(makeWatch, [])
  useEffect(watch, [watch])
  return whenReleased
}

function makeWatch() {
  let pressed = false
  const waiting = new Set<() => void>()
  const down = () => {
    pressed = true
  }
  const up = () => {
    pressed = false
    for (const act of waiting) act()
    waiting.clear()
  }
  return {
    watch: () => {
      window.addEventListener('pointerdown', down, true)
      for (const name of UP) window.addEventListener(name, up, true)
      return () => {
        window.removeEventListener('pointerdown', down, true)
        for (const name of UP) window.removeEventListener(name, up, true)
      }
    },
    whenReleased: (act: () => void): (() => void) => {
      if (!pressed) act()
      else waiting.add(act)
      return () => waiting.delete(act)
    },
  }
}
