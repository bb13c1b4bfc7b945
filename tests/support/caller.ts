// A person's browser as the API sees it: it keeps cookies by path, and names each intent with a key.

export interface Answer<T = unknown> {
  status: number
  headers: Headers
  /** The JSON that came, or the text where it is none. */
  body: T
  /** The refusal's code, if it was one. */
  code: string | undefined
}

export interface Sending {
  /** The Idempotency-Key; without it a new one. */
  key?: string | null
  headers?: Record<string, string>
  /** Sent as it stands, instead of JSON. */
  raw?: string | Uint8Array<ArrayBuffer>
}

type Door = { request(path: string, init: RequestInit): Response | Promise<Response> }
type Cookie = { value: string; path: string }

export class Caller {
  readonly cookies = new Map<string, Cookie>()
  private readonly door: Door

  constructor(door: Door) {
    this.door = door
  }

  get<T>(path: string, sending: Sending = {}): Promise<Answer<T>> {
    return this.call<T>('GET', path, undefined, sending)
  }

  post<T>(path: string, body: unknown = {}, sending: Sending = {}): Promise<Answer<T>> {
    return this.call<T>('POST', path, body, sending)
  }

  async call<T>(method: string, path: string, body?: unknown, sending: Sending = {}): Promise<Answer<T>> {
    return answerOf<T>(await this.send(method, path, body, sending))
  }

  /** The bare answer, for streams. */
  async send(method: string, path: string, body?: unknown, sending: Sending = {}): Promise<Response> {
    const text = sending.raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const headers = this.headersFor(method, path, text !== undefined, sending)
    const init = { method, headers, ...(text !== undefined && { body: text }) }
    const response = await this.door.request(path, init)
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie)
    return response
  }

  private headersFor(method: string, path: string, bodied: boolean, { key, headers }: Sending) {
    const unsafe = method !== 'GET' && key !== null
    return {
      ...(bodied && { 'content-type': 'application/json' }),
      ...(unsafe && { 'idempotency-key': key ?? crypto.randomUUID() }),
      cookie: this.cookiesFor(path),
      ...headers,
    }
  }

  private cookiesFor(path: string): string {
    const sent = [...this.cookies].filter(([, cookie]) => path.startsWith(cookie.path))
    return sent.map(([name, { value }]) => `${name}=${value}`).join('; ')
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = pair.split('=')
    const path = attributes.find((one) => one.startsWith('Path='))?.slice(5) ?? '/'
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name)
    else this.cookies.set(name, { value, path })
  }
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text()
  const json = response.headers.get('content-type')?.startsWith('application/json')
  const body = (json ? JSON.parse(text) : text) as T
  const code = (body as { error?: { code: string } } | null)?.error?.code
  return { status: response.status, headers: response.headers, body, code }
}
