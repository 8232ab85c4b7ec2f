import { expect, test } from 'vitest'
import { shiftInto } from './inView'

const PANE = { left: 0, top: 0, right: 1000, bottom: 600 }
const MAP = { left: 785, top: 435, right: 985, bottom: 585 }
const box = (left: number, top: number) => ({ left, top, right: left + 240, bottom: top + 110 })

test('whatIsInViewStays', () => {
  expect(shiftInto(box(300, 200), PANE, [MAP])).toEqual({ x: 0, y: 0 })
})

test('whatIsBeyondAnEdgeComesInByTheShortestWay', () => {
  expect(shiftInto(box(900, 200), PANE, [])).toEqual({ x: -152, y: 0 })
  expect(shiftInto(box(-50, -20), PANE, [])).toEqual({ x: 62, y: 32 })
})

test('whatIsUnderTheMapComesAboveIt', () => {
  expect(shiftInto(box(700, 460), PANE, [MAP])).toEqual({ x: 0, y: -147 })
  expect(shiftInto(box(400, 460), PANE, [MAP])).toEqual({ x: 0, y: 0 })
})

test('whatIsTooLargeShowsItsBeginning', () => {
  const wide = { left: -300, top: 100, right: 900, bottom: 200 }
  expect(shiftInto(wide, PANE, [])).toEqual({ x: 312, y: 0 })
})
