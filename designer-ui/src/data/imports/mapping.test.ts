import { expect, test } from 'vitest'
import { fieldsOf, guess, mappingOf, unfilled } from './mapping'

test('columns are recognised by their names in English and Chinese', () => {
  const fields = fieldsOf('members', ['skin'])
  const columns = ['会员号', '手机号', 'Skin', 'Name', 'whatever']
  const mapped = guess('members', columns, fields)
  expect(mapped).toEqual(['member', 'phone', 'attribute:skin', 'name', ''])
  expect(mappingOf(columns, mapped)).toEqual({
    会员号: 'member',
    手机号: 'phone',
    Skin: 'attribute:skin',
    Name: 'name',
    whatever: '',
  })
})

test('lists keep all other columns', () => {
  expect(guess('lists', ['mobile', 'code'], fieldsOf('lists', []))).toEqual(['phone', 'code'])
})

test('what a file lacks is told', () => {
  expect(unfilled('orders', ['order', 'paid_at'])).toEqual([['member']])
  expect(unfilled('lists', ['code'])).toEqual([['phone', 'email']])
  expect(unfilled('lists', ['email'])).toEqual([])
})
