// In Chinese nothing on the canvas is left in English, neither shown nor spoken.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, edit } from './campaign.mjs'
import { handsOn } from './hands.mjs'
import { openBrowser, SERVER } from './page.mjs'

const SPOKEN = ['aria-label', 'aria-roledescription', 'title', 'placeholder', 'alt']
const OWN =
  /React Flow|Sluice|English|Ctrl|Shift|SMS|HTML|JSON|unsubscribe|ID|[a-z]+_?\d|admin|Demo[\w ]*/g
const VARIANTS = { variants: [{ key: 'v1', name: '甲', percent: 90 }], controlPercent: 10 }
const CHANNELS = {
  purpose: 'marketing',
  variants: [
    { channel: 'email', subject: '你好', text: '你好' },
    { channel: 'sms', text: '你好', signature: '【店】', optOut: '拒收请回复' },
  ],
}

let browser
let page

before(async () => {
  browser = await openBrowser({ language: 'zh' })
  page = browser.page
})
after(async () => {
  await browser.close()
  assert.deepEqual(browser.faults, [])
})

const { card } = handsOn(() => page)

/** What assistive technology or a pointer would find in English. */
const english = async () =>
  (
    await page.evaluate(
      (names) =>
        [...document.querySelectorAll(names.map((name) => `[${name}]`).join())].flatMap((one) =>
          names.map((name) => one.getAttribute(name)).filter(Boolean),
        ),
      SPOKEN,
    )
  ).filter((text) => /[A-Za-z]{3,}/.test(text.replace(OWN, '')))

const draw = () =>
  edit(
    page,
    [
      ['n1', 'target-group', 0, 0, '人群', { who: 'everyone' }],
      ['n2', 'split', 320, 0, '分组', VARIANTS],
      ['n3', 'smart-message', 640, -100, '触达', CHANNELS],
      ['n4', 'control', 640, 160, '对照', {}],
      ['n5', 'wait', 960, -100, '等待', { for: 'duration', duration: 'P1D' }],
    ],
    [
      ['n1', 'n2'],
      ['n2', 'n3', 'v1'],
      ['n2', 'n4', 'control'],
      ['n3', 'n5'],
    ],
  )

test('nothing spoken on the canvas and in its forms is English', async () => {
  await draw()
  assert.deepEqual(await english(), [])
  for (const id of ['n1', 'n2', 'n3', 'n5']) {
    await card(id).focus()
    await page.keyboard.press('Enter')
    await page.locator('.inspector').waitFor()
    await page.waitForTimeout(400)
    assert.deepEqual(await english(), [], id)
    await page.keyboard.press('Escape')
  }
})

test('the card of a smart message names its channels', async () => {
  await draw()
  assert.match(await card('n3').locator('.card-summary').innerText(), /邮件、短信/)
})

test('the dry run names the ports of a split', async () => {
  const key = await draw()
  const { id } = await ask('POST', `campaigns/${key}/dry-run?wait=60`, {})
  await page.goto(`${SERVER}/w/${process.env.SLUICE_WORKSPACE ?? 'demo'}/dry-runs/${id}`)
  const split = page.locator('tr', { hasText: '分组' }).locator('.ports-line').first()
  await split.waitFor()
  assert.match(await split.innerText(), /甲/)
  assert.doesNotMatch(await split.innerText(), /v1|control/)
  assert.deepEqual(await english(), [])
})
