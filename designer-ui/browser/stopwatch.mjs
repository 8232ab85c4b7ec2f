// Takes the time in the page itself: from an edit to new counts, and how smoothly it draws meanwhile.
const PATIENCE = 600_000

/** Waits until the counts of what is drawn now stand on the canvas. */
export async function settled(page) {
  await page.waitForTimeout(300)
  await page.waitForFunction(
    () => document.querySelector('[data-counting=false]') && !document.querySelector('.card.stale'),
    undefined,
    { timeout: PATIENCE, polling: 50 },
  )
}

/** From the last key or click of an edit until new counts are drawn, in milliseconds. */
export async function measured(page, act) {
  await page.evaluate(() => {
    window.counted_ = new Promise((resolve) => {
      let from = performance.now()
      let seen = false
      const edited = () => {
        if (!seen) from = performance.now()
      }
      const watch = () => {
        if (document.querySelector('.card.stale')) seen = true
        else if (seen && !document.querySelector('[data-counting=true]')) {
          observer.disconnect()
          for (const kind of KINDS) window.removeEventListener(kind, edited, true)
          requestAnimationFrame(() => resolve(performance.now() - from))
        }
      }
      const KINDS = ['input', 'keydown', 'mousedown', 'click']
      for (const kind of KINDS) window.addEventListener(kind, edited, true)
      const observer = new MutationObserver(watch)
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ['class', 'data-counting'],
      })
    })
  })
  await act()
  return page.evaluate(() => window.counted_)
}

/** Counts the milliseconds between frames from now on, and from each input to its next frame. */
export async function watchFrames(page) {
  await page.evaluate(() => {
    window.frames_ = []
    window.inputs_ = []
    let last = performance.now()
    const tick = (now) => {
      window.frames_.push(now - last)
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.inputs_.push(entry.duration)
    }).observe({ type: 'event', durationThreshold: 16 })
  })
}

/** What was counted since, and begins anew. */
export async function framesSince(page) {
  return page.evaluate(() => ({
    frames: window.frames_.splice(0),
    inputs: window.inputs_.splice(0),
  }))
}

export function figures(all) {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (part) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, least ${at(0)} ms, most ${at(1)} ms`
}
