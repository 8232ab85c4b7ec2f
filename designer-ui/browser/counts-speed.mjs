// Prints how soon counts stand on the canvas after an edit, measured in the browser.
// Meant for a server with many people: start the demo with -Ddemo.members=1000000.
// With the argument "sets" it leaves out what takes long to ask the first time.
import { loadavg } from 'node:os'
import { ask, edit } from './campaign.mjs'
import { openBrowser } from './page.mjs'
import { figures, framesSince, measured, settled, watchFrames } from './stopwatch.mjs'

const EDITS = Number(process.env.EDITS ?? 20)
const CONDITIONS = Math.min(EDITS, 6)
const STORM = 30
const PATIENCE = 600_000
const filter = (condition) => ({ rule: { all: [condition] } })
const halves = (percent) => ({
  variants: [
    { key: 'a', percent },
    { key: 'b', percent: 100 - percent },
  ],
})

/** Conditions whose value is typed, each time one that was never asked before. */
const TYPED = {
  visits: [{ attribute: 'store_visits', op: 'at-least', value: 1 }, (turn) => 2 + turn],
  silent: [{ orders: 'days-since-last', op: 'more-than', value: 1 }, (turn) => 11 + turn * 13],
  spent: [{ orders: 'sum', op: 'at-least', value: 1 }, (turn) => 101 + turn * 17],
  level: [{ profile: 'level', op: 'at-least', value: 1 }, (turn) => 2 + (turn % 4)],
}
const CHOSEN = {
  tagged: [{ tag: 'newsletter' }],
  listed: [{ segment: 'store-opening', op: 'has-not' }],
}

if (process.argv.includes('sets')) {
  for (const slow of ['spent', 'level']) delete TYPED[slow]
}
const WIRES = [
  ...Object.keys({ ...TYPED, ...CHOSEN }).map((id) => ['who', id]),
  ['visits', 'half'],
  ['half', 'tag', 'a'],
  ['half', 'draw', 'b'],
  ['draw', 'rest', 'rest'],
  ['silent', 'rest'],
  ['silent', 'not'],
]
const wire = (from, to) => WIRES.findIndex(([source, target]) => source === from && target === to)

const { page, close, faults } = await openBrowser({ width: 1920, height: 1080 })
page.setDefaultTimeout(PATIENCE)
const key = await edit(
  page,
  [
    ['who', 'target-group', 0, 0, 'who', { who: 'everyone' }],
    ...Object.entries({ ...TYPED, ...CHOSEN }).map(([id, [condition]], index) => [
      id,
      'filter',
      320,
      index * 170,
      id,
      filter(condition),
    ]),
    ['half', 'split', 640, -80, 'half', halves(50)],
    ['draw', 'sample', 960, 120, 'draw', { draws: [{ key: 'd', name: 'D', number: 1000 }] }],
    ['tag', 'tag', 960, -160, 'tag', { tag: 'counts-speed', action: 'add' }],
    ['rest', 'merge', 1280, 160],
    ['not', 'exclude', 1280, 400],
  ],
  WIRES,
)
await settled(page)
console.log(`${await page.locator('.card[data-node=who] .card-count').textContent()} people`)
const field = (place) => page.locator('.inspector [data-field] input[role=spinbutton]').nth(place)
const open = (node) => page.locator(`.card[data-node=${node}] .card-name`).click()
const value = () => page.locator('.inspector').getByRole('spinbutton', { name: 'Value' }).first()

await open('half')
const split = []
for (let turn = 0; turn < EDITS; turn++) {
  await field(0).fill(String(30 + turn))
  await settled(page)
  split.push(await measured(page, () => field(1).fill(String(70 - turn))))
}
report(`split, ${EDITS} edits`, split)

await open('draw')
const draw = []
for (let turn = 0; turn < EDITS; turn++) {
  draw.push(await measured(page, () => field(1).fill(String(2_000 + turn * 37))))
}
report(`sample, ${EDITS} edits`, draw)

const wires = []
for (let turn = 0; turn < EDITS; turn++) {
  if (turn % 2 === 0) {
    await page
      .locator(`.react-flow__edge[data-id=w${wire(turn % 4 === 0 ? 'silent' : 'draw', 'rest')}]`)
      .focus()
    await page.keyboard.press('Enter')
    wires.push(await measured(page, () => page.keyboard.press('Delete')))
  } else {
    wires.push(await measured(page, () => page.keyboard.press('Control+z')))
  }
}
report(`wires of a merge, ${EDITS} edits`, wires)

await watchFrames(page)
const conditions = []
for (const [node, [, next]] of Object.entries(TYPED)) {
  await open(node)
  const times = []
  for (let turn = 0; turn < CONDITIONS; turn++) {
    times.push(
      await measured(page, async () => {
        await value().fill(String(next(turn)))
        await wiggle()
      }),
    )
  }
  report(`new condition on ${node}, ${CONDITIONS} edits`, times)
  conditions.push(...times)
}
report(`all typed conditions, ${conditions.length} edits`, conditions)
const { frames, inputs } = await framesSince(page)
console.log(
  `frames meanwhile: ${figures(frames)}; slow inputs: ${inputs.length}, ${figures(inputs)}`,
)

if (process.argv.includes('sets')) {
  console.log(`faults: ${JSON.stringify(faults)}; campaign ${key}`)
  await close()
  process.exit()
}
await open('spent')
await settled(page)
await page.evaluate(() => {
  window.shown_ = []
  const card = document.querySelector('.card[data-node=spent]')
  new MutationObserver(() => {
    const port = card.querySelector('.port-count')?.textContent
    if (!card.classList.contains('stale') && window.shown_.at(-1) !== port) window.shown_.push(port)
  }).observe(card, { subtree: true, childList: true, characterData: true, attributes: true })
})
let sent = 0
let answered = 0
page.on('request', (request) => {
  if (request.url().endsWith('/canvas/counts')) sent++
})
page.on('response', (response) => {
  if (response.url().endsWith('/canvas/counts') && response.ok()) answered++
})
const begun = Date.now()
for (let turn = 0; turn < STORM; turn++) {
  await value().fill(String(5_000 + turn * 7))
  // Uneven, so that some of them are sent before the next comes.
  await page.waitForTimeout(20 + ((turn * 53) % 160))
}
const stormed = Date.now() - begun
await settled(page)
const after = Date.now() - begun - stormed
const wanted = await ask('POST', 'canvas/counts', {
  canvas: {
    schemaVersion: 1,
    name: 'storm',
    nodes: [
      { id: 'who', type: 'target-group', config: { who: 'everyone' } },
      {
        id: 'spent',
        type: 'filter',
        config: filter({ orders: 'sum', op: 'at-least', value: 5_000 + (STORM - 1) * 7 }),
      },
    ],
    edges: [{ id: 'e', source: 'who', target: 'spent' }],
  },
})
const shown = await page.evaluate(() => window.shown_)
console.log(
  `storm of ${STORM} edits in ${stormed} ms: ${sent} counts sent, ${answered} answered, shown [${shown}] after ${after} ms; the last is ${wanted.nodes.spent.ports.out}`,
)
console.log(`faults: ${JSON.stringify(faults)}; campaign ${key}`)
await close()

/** The hand goes on while the server counts. */
async function wiggle() {
  await page.mouse.move(700, 400)
  for (let step = 0; step < 10; step++) await page.mouse.wheel(step % 2 ? -20 : 20, 0)
}

function report(what, all) {
  console.log(`${what}: ${figures(all)} (load ${loadavg()[0].toFixed(1)})`)
}
