/*
 * The launcher. Plain JavaScript without imports, so that any Node can read it and say what is
 * missing; everything else is TypeScript, which Node runs from 24.12 on.
 */
const NEEDED = [24, 12]
const parts = process.versions.node.split('.')
const major = Number(parts[0])
const minor = Number(parts[1])

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    'Touchstone needs Node 24.12 or newer; this is ' +
      process.versions.node +
      '. Run it with `npm start`, which brings its own.\n',
  )
  process.exitCode = 1
} else {
  import('./start.ts')
    .then((start) => start.start(process.argv.slice(2)))
    .catch((error) => {
      process.stderr.write(`${error.stack}\n`)
      process.exitCode = 1
    })
}
