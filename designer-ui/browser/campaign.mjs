import { SERVER, shownBy } from './page.mjs'

export const API = `${SERVER}/api/workspaces/${process.env.SLUICE_WORKSPACE ?? 'demo'}`
let made = 0

/** Saves a campaign: nodes as [id, type, x, y, name, settings], wires as [source, target, port]. */
export async function campaign(key, nodes, wires = []) {
  const canvas = {
    schemaVersion: 1,
    name: key,
    nodes: nodes.map(([id, type, x, y, name, config]) => ({
      id,
      type,
      name: name ?? id,
      config: config ?? {},
      position: { x, y },
    })),
    edges: wires.map(([source, target, sourcePort], index) => ({
      id: `w${index}`,
      source,
      target,
      ...(sourcePort ? { sourcePort } : {}),
    })),
  }
  const answer = await fetch(`${API}/campaigns/${key}?draft=true`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...shownBy('admin') },
    body: JSON.stringify(canvas),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

/** Saves a campaign of its own and opens it. */
export async function edit(page, nodes, wires) {
  const key = `browser-${Date.now()}-${++made}`
  await campaign(key, nodes, wires)
  await page.goto(`${SERVER}/w/${process.env.SLUICE_WORKSPACE ?? 'demo'}/campaigns/${key}`)
  await page.locator('.react-flow__node').first().waitFor()
  await page.waitForFunction(
    (count) => document.querySelectorAll('.react-flow__edge').length === count,
    (wires ?? []).length,
  )
  await page
    .locator('.problems-head')
    .filter({ hasNotText: /Checking|检查中/ })
    .waitFor()
  return key
}

/** Asks the server itself, as a user of the demo. */
export async function ask(method, path, body, user = 'admin') {
  const answer = await fetch(`${API}/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...shownBy(user) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text === '' ? undefined : JSON.parse(text)
}

/** The canvas that the server has. */
export const saved = (key) => ask('GET', `campaigns/${key}`)

/** The nodes that the server has. */
export const nodes = async (key) => (await saved(key)).nodes
