// Takes a picture of every screen and dialog of a running demo server, in both languages and themes:
// node browser/screens.mjs <folder> [pattern of names] [size, such as 1280x800]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from './page.mjs'
import { staged } from './staged.mjs'
import { show, viewsOf } from './views.mjs'

const [folder = 'screens', part = '', size] = process.argv.slice(2)
const SIZES = size ? [size] : ['1280x800', '1920x1080']
const LOOKS = (process.env.LOOKS ?? 'en-light zh-light en-dark zh-dark').split(' ')

/** What was staged is kept beside the pictures, so that some can be taken again. */
async function stagedOnce() {
  const file = join(folder, 'staged.json')
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(await staged()))
  return JSON.parse(readFileSync(file, 'utf8'))
}

mkdirSync(folder, { recursive: true })
const views = viewsOf(await stagedOnce()).filter(({ name }) => new RegExp(part).test(name))
for (const wanted of SIZES) {
  const [width, height] = wanted.split('x').map(Number)
  for (const look of LOOKS) {
    const [language, theme] = look.split('-')
    for (const user of new Set(views.map((view) => view.user))) {
      const browser = await openBrowser({ width, height, language, theme, user })
      for (const view of views.filter((one) => one.user === user)) {
        try {
          await show(browser.page, view)
        } catch (error) {
          console.log('not reached', view.name, look, String(error).slice(0, 200))
        }
        await browser.page.screenshot({
          path: join(folder, `${view.name}-${language}-${theme}-${width}.png`),
        })
      }
      if (browser.faults.length > 0) console.log(wanted, look, user, browser.faults)
      await browser.close()
    }
  }
}
