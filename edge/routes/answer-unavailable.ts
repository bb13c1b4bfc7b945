/** What everybody is answered who asks before there is a database; pages that are open ask again by themselves. */
export function answerUnavailable(request: Request, reason: string): Response {
  const isHealth = new URL(request.url).pathname === '/healthz'
  const body = isHealth
    ? { status: 'database unavailable', reason }
    : { error: { code: 'unavailable', message: 'Please try again in a moment.' } }
  return Response.json(body, { status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } })
}
