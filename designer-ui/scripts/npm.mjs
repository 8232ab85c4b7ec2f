import { spawnSync } from 'node:child_process'

/** Runs npm in this folder and ends the process with its exit code where it fails. */
export function npm(...args) {
  const { status, error } = spawnSync('npm', args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error?.code === 'ENOENT') {
    console.error(
      'The designer is built with npm: install Node.js 20.19 or newer, or build with -Ddesigner.skip=true.',
    )
  }
  if (status !== 0) process.exit(status ?? 1)
}
