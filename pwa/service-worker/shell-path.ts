// What stands beside the operator's app on the same port, and is none of this worker's business: the customer's
// page, the API, the broker, and what machines ask for.
const others = /^\/(j|c|api|peer|healthz|metrics)(\/|$)/
const files = /\.\w+$/

/** Whether the operator's app is what belongs at this path, also where nothing can be reached. */
export function isShellPath(path: string): boolean {
  return !others.test(path) && !files.test(path)
}
