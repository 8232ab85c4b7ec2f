// Writes src/api/schema.gen.ts from docs/openapi.json: one type for each schema, and for each
// operation what goes in, what comes out and which roles it takes. A change of the API then shows
// when types are checked.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const api = JSON.parse(readFileSync(here('../../docs/openapi.json'), 'utf8'))

const refName = (ref) => ref.slice(ref.lastIndexOf('/') + 1)
const quoted = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name))

function typeOf(schema) {
  if (!schema) return 'unknown'
  if (schema.$ref) return refName(schema.$ref)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  switch (schema.type) {
    case 'string':
      return schema.format === 'binary' ? 'Blob' : 'string'
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'array':
      return `Array<${typeOf(schema.items)}>`
    case 'object':
      return objectType(schema)
    default:
      return schema.properties ? objectType(schema) : 'unknown'
  }
}

function objectType(schema) {
  if (!schema.properties) {
    return `Record<string, ${schema.additionalProperties ? typeOf(schema.additionalProperties) : 'unknown'}>`
  }
  const required = new Set(schema.required ?? [])
  const fields = Object.entries(schema.properties).map(
    ([name, of]) => `${quoted(name)}${required.has(name) ? '' : '?'}: ${typeOf(of)}`,
  )
  return `{ ${fields.join('; ')} }`
}

const parameters = (operation, place) => {
  const fields = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === place)
    .map(({ name, required, schema }) => `${quoted(name)}${required ? '' : '?'}: ${typeOf(schema)}`)
  return fields.length ? `{ ${fields.join('; ')} }` : 'undefined'
}

const content = (holder) => {
  const schema = Object.values(holder?.content ?? {})[0]?.schema
  return schema ? typeOf(schema) : 'undefined'
}

const schemas = Object.entries(api.components.schemas).map(
  ([name, schema]) => `export type ${name} = ${typeOf(schema)}`,
)
const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    const answer = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))
    return `  '${method.toUpperCase()} ${path}': { path: ${parameters(operation, 'path')}; query: ${parameters(operation, 'query')}; body: ${content(operation.requestBody)}; answer: ${content(answer?.[1])} }`
  }),
)
const roles = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, operation]) => operation['x-roles'])
    .map(
      ([method, operation]) =>
        `  '${method.toUpperCase()} ${path}': ${JSON.stringify(operation['x-roles'])},`,
    ),
)
writeFileSync(
  here('../src/api/schema.gen.ts'),
  `// Made from docs/openapi.json by scripts/api-types.mjs.\n${schemas.join('\n')}\n\nexport interface Operations {\n${operations.join('\n')}\n}\n\n/** One of these is enough; what is not here takes none but to see the workspace. */\nexport const ROLES: { [O in keyof Operations]?: string[] } = {\n${roles.join('\n')}\n}\n`,
)
