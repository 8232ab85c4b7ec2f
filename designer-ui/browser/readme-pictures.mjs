// Takes the pictures of the README anew, against a fresh demo server: node browser/readme-pictures.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBrowser } from './page.mjs'
import { ask, ran } from './results.mjs'
import { show } from './views.mjs'

const FOLDER = fileURLToPath(new URL('../../docs/images', import.meta.url))
const QUALITY = 0.82
const MOST = 150_000
const DAY = 86_400_000

const asOf = new Date(Date.now() - 21 * DAY).toISOString()
const dryRun = await ask('POST', '/campaigns/win-back/dry-run?wait=60', { asOf })
const finished = await ran('readme', 'Autumn greetings')

async function counted(page) {
  await page.locator('[data-node=vips]').waitFor()
  await page.locator('.card-count', { hasText: /\d/ }).first().waitFor()
}

const PICTURES = [
  {
    name: 'canvas',
    path: 'campaigns/festival-promotion',
    async act(page) {
      await counted(page)
      await page.locator('[data-node=regularText]').click()
    },
  },
  { name: 'dry-run', path: `dry-runs/${dryRun.id}` },
  { name: 'report', path: `campaigns/${finished.key}/report?tab=actions` },
  { name: 'canvas-zh', path: 'campaigns/festival-promotion', act: counted, look: ['zh', 'dark'] },
]

/** Much smaller as WebP, which browsers write by themselves. */
async function webp(page, png) {
  const [, data] = await page.evaluate(
    async ([source, quality]) => {
      const picture = new Image()
      picture.src = `data:image/png;base64,${source}`
      await picture.decode()
      const canvas = document.createElement('canvas')
      canvas.width = picture.width
      canvas.height = picture.height
      canvas.getContext('2d').drawImage(picture, 0, 0)
      return canvas.toDataURL('image/webp', quality).split(',')
    },
    [png.toString('base64'), QUALITY],
  )
  return Buffer.from(data, 'base64')
}

mkdirSync(FOLDER, { recursive: true })
for (const { name, path, act, look = ['en', 'light'] } of PICTURES) {
  const [language, theme] = look
  const browser = await openBrowser({ language, theme, user: 'marketer' })
  await show(browser.page, { path, act })
  // Counts of all nodes come a little later than those of the first.
  await browser.page.waitForTimeout(3_000)
  const picture = await webp(browser.page, await browser.page.screenshot())
  if (picture.length > MOST) throw new Error(`${name} has ${picture.length} bytes`)
  writeFileSync(join(FOLDER, `${name}.webp`), picture)
  await browser.close()
}
