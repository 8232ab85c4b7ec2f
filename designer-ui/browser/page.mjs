// Opens a page of a running server in a headless browser of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

export const SERVER = process.env.SLUICE_SERVER ?? 'http://127.0.0.1:8080'
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What a program shows to call the API as a user of the demo, whose name is the password. */
export const shownBy = (user) => ({
  Authorization: `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`,
})

async function logIn(context, user) {
  const answer = await context.request.post(`${SERVER}/api/session`, {
    data: { name: user, password: user },
  })
  if (answer.ok()) return
  // A server may ask for no login at all.
  if ((await answer.json()).code !== 'no-login') throw new Error(await answer.text())
}

/** A page, what went wrong in it, and how to close it. */
export async function openBrowser({
  width = 1280,
  height = 800,
  language = 'en',
  theme = 'light',
  user = 'admin',
} = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'sluice-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: BROWSER,
    headless: true,
    args: FLAGS,
    viewport: { width, height },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: theme,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const faults = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.setDefaultTimeout(Number(process.env.SLUICE_PATIENCE ?? 10_000))
  if (user) await logIn(context, user)
  return {
    page,
    context,
    faults,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
