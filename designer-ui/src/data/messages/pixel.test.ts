import { expect, test } from 'vitest'
import { withoutPixel } from './pixel'

test('only the dot that tells of opening is taken out of a mail', () => {
  const picture = '<img src="https://shop.example/o/shoe.png" alt="">'
  const dot = '<img src="http://localhost:8080/o/aB-3_x.gif" width="1" height="1" alt="">'
  expect(withoutPixel(`<p>Hello</p>${picture}${dot}</body>`)).toBe(`<p>Hello</p>${picture}</body>`)
})
