// Traces by OpenTelemetry's own variables. The edge speaks to its interface alone (`@opentelemetry/api`), which does
// nothing until somebody listens: Deno itself with OTEL_DENO=true, else the exporter that is loaded here.

/** Returns the end of it, which sends what is still to be sent. The library reads its variables by itself. */
export async function startTracing(version: string): Promise<() => Promise<void>> {
  const [{ OTLPTraceExporter }, sdk, { detectResources, envDetector, resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/resources'),
    ])
  const ours = resourceFromAttributes({ 'service.name': 'visavis', 'service.version': version })
  const provider = new sdk.NodeTracerProvider({
    resource: ours.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  // Where nobody listens at the other end, that is no reason to end badly.
  return () => provider.shutdown().catch(() => {})
}
