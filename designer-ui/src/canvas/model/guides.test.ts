import { expect, test } from 'vitest'
import { aligned, type Box } from './guides'

const box = (x: number, y: number, height = 100): Box => ({
  centre: { x, y },
  width: 240,
  height,
})

test('a box near the middle of another is drawn to it', () => {
  expect(aligned(box(4, 203), [box(0, 0)])).toEqual({ place: { x: 0, y: 203 }, guides: { x: 0 } })
})

test('boxes of different heights are level at their upper edges', () => {
  const { place, guides } = aligned(box(400, 23, 150), [box(0, 0)])
  expect(place.y).toBe(25)
  expect(guides.y).toBe(-50)
})

test('a box far from all others goes where it is dragged', () => {
  expect(aligned(box(70, 70), [box(0, 0)]).guides).toEqual({})
})
