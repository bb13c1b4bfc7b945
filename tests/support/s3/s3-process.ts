// s3rver, an S3 that nobody here wrote, as a process of its own: it keeps files, checks signatures and answers CORS.
// What the real one has beside that is added here: parts are listed and given up, a file shows itself when it is whole,
// parts are joined once, uploads that nobody began are unknown, small parts and strangers are refused.

import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

interface Exchange {
  method: string
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  status: number
  type: string
  body: unknown
}
type Layer = (exchange: Exchange, next: () => Promise<void>) => Promise<void>
interface S3rver {
  store: { putContent(path: string, content: unknown): Promise<unknown> }
  middleware: Layer[]
  run(): Promise<{ port: number }>
}

// S3 encodes four letters more than JavaScript does, which s3rver forgets where it checks a signature.
const encode = globalThis.encodeURIComponent
globalThis.encodeURIComponent = (text) =>
  encode(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

const directory = process.argv[2] ?? ''
const bucket = process.argv[3] ?? ''
const uploads = (id = '') => join(directory, bucket, '._S3rver_uploads', id)

const cors = `<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>
<AllowedMethod>PUT</AllowedMethod><AllowedHeader>*</AllowedHeader></CORSRule></CORSConfiguration>`

const failure = (exchange: Exchange, status: number, code: string) => {
  exchange.status = status
  exchange.type = 'application/xml'
  exchange.body = `<Error><Code>${code}</Code></Error>`
}

async function partsOf(id: string) {
  const names = (await readdir(uploads(id))).filter((name) => /^\d+$/.test(name))
  return Promise.all(
    names.map(async (name) => ({
      number: Number(name),
      size: (await stat(uploads(join(id, name)))).size,
      etag: await readFile(uploads(join(id, `${name}.md5`)), 'utf8').catch(() => ''),
    })),
  )
}

async function answerList(exchange: Exchange, id: string) {
  const parts = (await partsOf(id)).filter(({ etag }) => etag)
  exchange.status = 200
  exchange.type = 'application/xml'
  exchange.body = `<ListPartsResult>${parts.map(({ number, size, etag }) => `<Part><PartNumber>${number}</PartNumber><ETag>&quot;${etag}&quot;</ETag><Size>${size}</Size></Part>`).join('')}</ListPartsResult>`
}

let joining: Promise<void> = Promise.resolve()

const layer: Layer = async (exchange, next) => {
  const { method, query, headers } = exchange
  if (method === 'OPTIONS') return next()
  if (!headers.authorization && !query['X-Amz-Signature']) return failure(exchange, 403, 'AccessDenied')
  const id = query.uploadId
  if (id === undefined) return next()
  if (method !== 'POST') return ofUpload(exchange, id, next)
  const turn = joining.then(() => ofUpload(exchange, id, next))
  joining = turn.catch(() => {})
  await turn
}

async function ofUpload(exchange: Exchange, id: string, next: () => Promise<void>) {
  const { method } = exchange
  if (!(await stat(uploads(id)).catch(() => null))) return failure(exchange, 404, 'NoSuchUpload')
  if (method === 'POST') {
    const parts = (await partsOf(id)).sort((a, b) => a.number - b.number)
    if (parts.slice(0, -1).some(({ size }) => size < 5 * 1024 * 1024))
      return failure(exchange, 400, 'EntityTooSmall')
  }
  // Whoever is not let in is refused before a method is found to be unknown.
  await next().catch(async (cause: { code?: string }) => {
    if (cause.code !== 'MethodNotAllowed' || (method !== 'GET' && method !== 'DELETE')) throw cause
    if (method === 'GET') return answerList(exchange, id)
    await rm(uploads(id), { recursive: true })
    exchange.status = 204
  })
}

// It falls over requests that are cut off; the real one does not.
process.on('uncaughtException', () => {})

await mkdir(directory, { recursive: true })
const S3 = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => S3rver
const server = new S3({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory,
  configureBuckets: [{ name: bucket, configs: [cors] }],
})
const { store } = server
const putContent = store.putContent.bind(store)
store.putContent = async (path, content) => {
  const aside = `${path}.${crypto.randomUUID()}`
  const put = await putContent(aside, content)
  await rename(aside, path)
  return put
}
// Behind the layer that turns objects into XML, before the one that knows the ways.
server.middleware.splice(-1, 0, layer)
const { port } = await server.run()
console.log(`listening on ${port}`)
