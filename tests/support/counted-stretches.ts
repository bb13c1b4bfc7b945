/** Runs the work and says with how many rounds each password was stretched meanwhile. */
export async function countedStretches(work: () => Promise<unknown>): Promise<number[]> {
  const real = crypto.subtle.deriveBits
  const rounds: number[] = []
  crypto.subtle.deriveBits = (...args: Parameters<typeof real>) => {
    rounds.push((args[0] as { iterations: number }).iterations)
    return real.apply(crypto.subtle, args)
  }
  try {
    await work()
  } finally {
    crypto.subtle.deriveBits = real
  }
  return rounds
}
