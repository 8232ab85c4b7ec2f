// What Maven calls in its test phase; its arguments say whether tests are skipped.
import { npm } from './npm.mjs'

if (!process.argv.slice(2).includes('true')) {
  npm('run', '--silent', 'lint')
  npm('test', '--silent')
}
