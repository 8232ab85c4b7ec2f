import { expect, test } from 'vitest'
import { startBlocked } from './startBlocked'

test('an approved campaign starts, whatever the rule of the workspace', () => {
  expect(startBlocked('approved', true, true)).toBeUndefined()
  expect(startBlocked('approved', false, true)).toBeUndefined()
})

test('a draft starts only where no approval is asked for', () => {
  expect(startBlocked('draft', true, true)).toBe('approvals.needsApproval')
  expect(startBlocked('draft', false, true)).toBeUndefined()
})

test('what says something else than what was approved does not start', () => {
  expect(startBlocked('approved', false, true, true)).toBe('approvals.changedSince')
})

test('what lies before an approver or was refused never starts, and nobody starts without the role', () => {
  expect(startBlocked('submitted', false, true)).toBe('approvals.notNow')
  expect(startBlocked('rejected', false, true)).toBe('approvals.changeFirst')
  expect(startBlocked('returned', false, true)).toBe('approvals.changeFirst')
  expect(startBlocked('approved', false, false)).toBe('access.needs.draw')
})
