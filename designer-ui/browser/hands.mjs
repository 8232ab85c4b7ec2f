// What a hand does on the canvas of a page: finds cards and ports, pulls, undoes.
export function handsOn(pageNow) {
  const page = () => pageNow()
  const card = (id) => page().locator(`.react-flow__node[data-id="${id}"]`)
  const middle = async (locator) => {
    const box = await locator.boundingBox()
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  return {
    card,
    middle,
    port: (id, key, type = 'source') =>
      card(id).locator(`.react-flow__handle.${type}[data-handleid="${key}"]`),
    shown: () => page().locator('.react-flow__node').count(),
    wires: () => page().locator('.react-flow__edge').count(),
    chosen: () => page().locator('.react-flow__node.selected').count(),
    undo: () => page().keyboard.press('Control+z'),
    saved: () => page().waitForSelector('[data-save=saved]'),
    /** Clicks where nothing stands. */
    elsewhere: () =>
      page()
        .locator('.flow')
        .click({ position: { x: 20, y: 20 } }),
    async pull(from, to) {
      const { mouse } = page()
      await mouse.move(from.x, from.y)
      await mouse.down()
      await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
      await mouse.move(to.x, to.y, { steps: 4 })
      await mouse.up()
    },
  }
}
