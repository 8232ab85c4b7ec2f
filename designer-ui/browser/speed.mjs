// Prints how quickly a canvas of 300 nodes and 500 wires shows, pans, drags and is arranged.
import { campaign } from './campaign.mjs'
import { openBrowser, SERVER } from './page.mjs'

const NODES = 300
const WIRES = 500
const key = 'browser-speed'
const kind = (index) => (index % 10 === 0 ? 'target-group' : index % 3 === 0 ? 'filter' : 'merge')
const nodes = Array.from({ length: NODES }, (_, index) => [
  `n${index}`,
  kind(index),
  (index % 25) * 320,
  Math.floor(index / 25) * 190,
])
const wires = []
for (let index = 0; wires.length < WIRES; index++) {
  const from = (index * 7) % (NODES - 10)
  const to = from + 1 + (Math.floor(index / NODES) + (index % 3))
  if (kind(to) === 'merge' && !wires.some(([a, b]) => a === `n${from}` && b === `n${to}`))
    wires.push([`n${from}`, `n${to}`])
}
await campaign(key, nodes, wires)

const browser = await openBrowser({ width: 1920, height: 1080 })
const { page } = browser
const before = Date.now()
await page.goto(`${SERVER}/w/${process.env.SLUICE_WORKSPACE ?? 'demo'}/campaigns/${key}`)
// A level wire has no height, and counts as hidden.
await page.locator('.react-flow__edge').first().waitFor({ state: 'attached', timeout: 60_000 })
console.log(`first wires after ${Date.now() - before} ms`)
await page.waitForTimeout(4_000)

await page.evaluate(() => {
  window.frames_ = []
  let last = performance.now()
  const tick = (now) => {
    window.frames_.push(now - last)
    last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
})
async function measure(what, act) {
  await page.evaluate(() => {
    window.frames_.length = 0
  })
  await act()
  const frames = (await page.evaluate(() => window.frames_)).sort((a, b) => a - b)
  const at = (share) => Math.round(frames[Math.floor(frames.length * share)] ?? 0)
  console.log(`${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${frames.length} frames`)
}
const pan = async () => {
  for (let step = 0; step < 40; step++) await page.mouse.wheel(step < 20 ? 40 : -40, 10)
}
await page.mouse.move(1000, 500)
await measure('pan, all in view', pan)
await page.getByLabel('More').last().click()
await page.getByText('Zoom 100 %').click()
await page.waitForTimeout(1_000)
await page.mouse.move(1000, 500)
await measure('pan at 100 %', pan)
const box = await page.evaluate(() => {
  const cards = [...document.querySelectorAll('.react-flow__node')].map((card) =>
    card.getBoundingClientRect(),
  )
  const seen = cards.find(({ x, y }) => x > 400 && x < 1200 && y > 200 && y < 700)
  return { x: seen.x + 100, y: seen.y + 20 }
})
await measure('drag at 100 %', async () => {
  await page.mouse.move(box.x, box.y)
  await page.mouse.down()
  for (let step = 0; step < 40; step++) await page.mouse.move(box.x + step * 6, box.y + step * 3)
  await page.mouse.up()
})
const arranging = Date.now()
await page.getByLabel('Arrange', { exact: true }).click()
await page.locator('[data-save=unsaved], [data-save=saving]').waitFor()
console.log(`arranged after ${Date.now() - arranging} ms`)
await browser.close()
