// Prints how soon counts stand on the canvas after a change of a set node, measured in the browser.
// Meant for a server with many people: start the demo with -Ddemo.members=1000000.
import { ask, edit } from './campaign.mjs'
import { openBrowser } from './page.mjs'

const EDITS = 20
const PATIENCE = 600_000
const level = (value) => ({ rule: { all: [{ profile: 'level', op: 'at-least', value }] } })

const { page, close } = await open()
const { nodes } = await ask('POST', 'canvas/counts', {
  canvas: {
    schemaVersion: 1,
    name: 'everyone',
    nodes: [{ id: 'who', type: 'target-group', config: { who: 'everyone' } }],
    edges: [],
  },
})
console.log(`${nodes.who.ports.out} people`)

await edit(
  page,
  [
    ['who', 'target-group', 0, 0, 'who', { who: 'everyone' }],
    ['only', 'filter', 320, 0, 'only', level(1)],
    ['half', 'split', 640, -80, 'half', halves(50)],
    ['tag', 'tag', 960, -160, 'tag', { tag: 'counts-speed', action: 'add' }],
    ['rest', 'merge', 640, 160],
  ],
  [
    ['who', 'only'],
    ['only', 'half'],
    ['half', 'tag', 'a'],
    ['only', 'rest', 'rest'],
  ],
)
await settled()
await page.locator('.card[data-node=half]').click()
const share = page.locator('.inspector [data-field] input[role=spinbutton]').first()
const other = page.locator('.inspector [data-field] input[role=spinbutton]').nth(1)

const times = []
for (let turn = 0; turn < EDITS; turn++) {
  const wanted = 30 + turn
  await share.fill(String(wanted))
  await settled()
  times.push(
    await measured(async () => {
      await other.fill(String(100 - wanted))
    }),
  )
}
report('split, 20 edits', times)

await page.locator('.card[data-node=only]').click()
const storm = []
page.on('response', (response) => {
  if (response.url().endsWith('/canvas/counts')) storm.push(response.status())
})
await page.locator('.card[data-node=half]').click()
for (let turn = 0; turn < EDITS; turn++) await share.fill(String(10 + turn))
await other.fill(String(100 - (10 + EDITS - 1)))
await settled()
const shown = await page.locator('.card[data-node=tag] .card-count').textContent()
const arriving = await page.locator('.card[data-node=half] .card-count').textContent()
console.log(
  `storm of ${EDITS + 1} edits: ${storm.length} answers came, ${shown} of ${arriving} shown for ${10 + EDITS - 1} %`,
)
await close()

/** Waits until the counts of what is drawn now stand on the canvas. */
async function settled() {
  await page.waitForTimeout(300)
  await page.waitForFunction(
    () => document.querySelector('[data-counting=false]') && !document.querySelector('.card.stale'),
    undefined,
    { timeout: PATIENCE, polling: 50 },
  )
}

/** From the input until new counts are drawn, in milliseconds, told by the page itself. */
async function measured(act) {
  await page.evaluate(() => {
    window.counted_ = new Promise((resolve) => {
      let from
      const watch = () => {
        const stale = document.querySelector('.card.stale')
        const counting = document.querySelector('[data-counting=true]')
        if (from !== undefined && !stale && !counting) {
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.now() - from))
        }
      }
      const observer = new MutationObserver(watch)
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ['class', 'data-counting'],
      })
      window.addEventListener(
        'input',
        () => {
          from = performance.now()
        },
        { capture: true, once: true },
      )
    })
  })
  await act()
  return page.evaluate(() => window.counted_)
}

function report(what, all) {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (part) => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0)
  console.log(`${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, least ${at(0)} ms`)
}

function halves(percent) {
  return {
    variants: [
      { key: 'a', percent },
      { key: 'b', percent: 100 - percent },
    ],
  }
}

async function open() {
  const browser = await openBrowser()
  browser.page.setDefaultTimeout(PATIENCE)
  return browser
}
