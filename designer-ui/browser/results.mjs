// A campaign that ran: a text and a tag to the same people, a control group, and an analysis.
import { SERVER, shownBy } from './page.mjs'

const WORKSPACE = process.env.SLUICE_WORKSPACE ?? 'demo'
export const API = `${SERVER}/api/workspaces/${WORKSPACE}`
export const PAGES = `${SERVER}/w/${WORKSPACE}`
const DAY = 86_400_000
const LONG_AGO = 30 * DAY

export async function ask(method, path, body) {
  const answer = await fetch(API + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...shownBy('admin') },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

const CANVAS = {
  schemaVersion: 1,
  nodes: [
    { id: 'who', type: 'target-group', config: { who: 'everyone' } },
    {
      id: 'split',
      type: 'split',
      config: { variants: [{ key: 'a', name: 'A', percent: 90 }], controlPercent: 10 },
    },
    {
      id: 'sms',
      type: 'sms',
      name: 'The text',
      config: { purpose: 'marketing', text: 'Hello', signature: '[Lumi]', optOut: 'R to stop' },
    },
    { id: 'tag', type: 'tag', name: 'The tag', config: { tag: 'results', action: 'add' } },
    { id: 'control', type: 'control', name: 'Left alone', config: {} },
    { id: 'watch', type: 'analysis', config: { days: 5, baseline: 'control' } },
  ],
  edges: [
    { id: 'e1', source: 'who', target: 'split' },
    { id: 'e2', source: 'split', sourcePort: 'a', target: 'sms' },
    { id: 'e3', source: 'split', sourcePort: 'control', target: 'control' },
    { id: 'e4', source: 'sms', target: 'tag' },
    { id: 'e5', source: 'sms', target: 'watch' },
  ],
}

/** Saves the campaign under a key of its own. */
export async function saved(name, title) {
  const key = `results-${name}-${Date.now()}`
  await ask('PUT', `/campaigns/${key}`, { ...CANVAS, name: title ?? key })
  return key
}

/** The same, run to its end a month ago, so that everything that counts has happened. */
export async function ran(name, title) {
  const key = await saved(name, title)
  const asOf = new Date(Date.now() - LONG_AGO).toISOString()
  const { id } = await ask('POST', `/campaigns/${key}/start`, { asOf })
  for (let state = ''; state !== 'finished'; ) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    state = (await ask('GET', `/runs/${id}`)).state
  }
  return { key, run: id }
}
