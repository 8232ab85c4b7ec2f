import { expect, test } from 'vitest'
import type { Session } from '../api/types'
import { rightsIn } from './session'

const session = (more: Partial<Session>): Session => ({
  login: true,
  setup: false,
  tryOut: [],
  user: 'ann',
  ...more,
})

test('a role counts in its own workspace only', () => {
  const ann = session({ roles: { shop: ['marketer'] } })
  expect(rightsIn('shop', ann)).toMatchObject({ draw: true, approve: false, admin: false })
  expect(rightsIn('other', ann)).toMatchObject({ draw: false, approve: false, admin: false })
})

test('an admin may do everything, and so may anybody where no login is asked', () => {
  const everything = { draw: true, approve: true, admin: true }
  expect(rightsIn('shop', session({ roles: { shop: ['admin'] } }))).toMatchObject(everything)
  expect(rightsIn('shop', session({ administrator: true }))).toMatchObject(everything)
  expect(rightsIn('shop', session({ login: false }))).toMatchObject(everything)
})

test('a viewer, and whoever is not known yet, may do nothing', () => {
  const nothing = { draw: false, approve: false, admin: false }
  expect(rightsIn('shop', session({ roles: { shop: ['viewer'] } }))).toMatchObject(nothing)
  expect(rightsIn('shop', undefined)).toMatchObject(nothing)
})
