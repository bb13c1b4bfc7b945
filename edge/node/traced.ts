import { SpanStatusCode, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('visavis')

/** Runs the work in a span of its own, below the request's. What it was refused for is not told: words may be private. */
export function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, async (span) => {
    try {
      return await work()
    } catch (cause) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: cause instanceof Error ? cause.name : 'error' })
      throw cause
    } finally {
      span.end()
    }
  })
}
