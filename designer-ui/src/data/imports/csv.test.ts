import { expect, test } from 'vitest'
import { rowsOf, sampleOf } from './csv'

test('quoted values hold delimiters, quotes and line breaks', () => {
  expect(rowsOf('a,b\n"x, ""y""","1\n2"\n\nlast', ',', 9)).toEqual([
    ['a', 'b'],
    ['x, "y"', '1\n2'],
    ['last'],
  ])
  expect(rowsOf('a\nb\nc\n', ',', 2)).toEqual([['a'], ['b']])
})

test('encoding and delimiter are found out', async () => {
  expect(await sampleOf(new Blob(['\ufeffmember;name\nM1;王芳\n']))).toEqual({
    encoding: 'UTF-8',
    delimiter: ';',
    columns: ['member', 'name'],
    rows: [['M1', '王芳']],
  })
  const gbk = new Uint8Array([0xca, 0xd6, 0xbb, 0xfa, 0x2c, 0x61, 0x0a])
  expect(await sampleOf(new Blob([gbk]))).toMatchObject({ encoding: 'GBK', columns: ['手机', 'a'] })
})
