// Takes OpenTelemetry's traces as OTLP over HTTP in JSON, as a collector does, and keeps them for a test to read.

import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Span {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  attributes: { key: string; value: Record<string, unknown> }[]
  status?: { code?: number }
}

interface Sent {
  resourceSpans: { resource: { attributes: Span['attributes'] }; scopeSpans: { spans: Span[] }[] }[]
}

export interface OtlpReceiver {
  url: string
  spans: Span[]
  services: Set<string>
  /** All of it, as it came. */
  said(): string
  close(): Promise<void>
}

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const spans: Span[] = []
  const services = new Set<string>()
  let said = ''
  const take = (text: string) => {
    said += text
    for (const { resource, scopeSpans } of (JSON.parse(text) as Sent).resourceSpans) {
      services.add(String(attribute(resource, 'service.name')))
      spans.push(...scopeSpans.flatMap((scope) => scope.spans))
    }
  }
  const server = createServer(async (request, answer) => {
    const text = await textOf(request)
    if (request.url === '/v1/traces') take(text)
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    services,
    said: () => said,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function attribute({ attributes }: Pick<Span, 'attributes'>, key: string): unknown {
  return Object.values(attributes.find((one) => one.key === key)?.value ?? {})[0]
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}
