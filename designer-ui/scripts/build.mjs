// What Maven calls: installs exactly what the lock file says, then builds; neither twice for the same files.
import { npm } from './npm.mjs'
import { onceFor } from './stamp.mjs'

const LOCK = ['package.json', 'package-lock.json']
const SOURCES = [
  'src',
  'public',
  'scripts',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'biome.json',
]

onceFor('node_modules/.sluice-stamp', LOCK, () => npm('ci', '--ignore-scripts', '--prefer-offline'))
onceFor('dist/.stamp', [...LOCK, ...SOURCES, '../docs/openapi.json', '../samples/campaigns'], () =>
  npm('run', '--silent', 'build'),
)
