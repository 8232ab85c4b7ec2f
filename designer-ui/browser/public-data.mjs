// Public data sets that are not part of the project: where tests on them find the files.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file in the folder that SLUICE_DATA names or in shared/data beside the checkout; or nothing. */
export function publicData(file) {
  const named = process.env.SLUICE_DATA
  const found = (path) => (existsSync(path) ? path : undefined)
  if (named) return found(join(named, file))
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const path = found(join(folder, 'shared/data', file))
    if (path || folder === dirname(folder)) return path
  }
}
