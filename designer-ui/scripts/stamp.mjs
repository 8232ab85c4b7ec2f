// Remembers in a file what something was made from, so that it is not made again from the same.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

function* filesIn(path) {
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) {
    if (name !== 'schema.gen.ts') yield* filesIn(join(path, name))
  }
}

/** A hash of the names and contents of files and folders. */
export function hashOf(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths) {
    for (const file of filesIn(path)) hash.update(file).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Calls `make` unless the stamp says that it was called with the same files. */
export function onceFor(stamp, paths, make) {
  const now = hashOf(paths)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false
  make()
  writeFileSync(stamp, now)
  return true
}
