import { busySeconds, cpuSecondsOf, megabytesOf } from './process-facts.ts'

/** Who has how much of the machine's cores from now on, and what the houses hold of its memory. This process is the crowd. */
export async function startMeters(pids: readonly number[]) {
  const since = performance.now()
  const seconds = async () => ({
    houses: await sum(pids, cpuSecondsOf),
    crowd: process.resourceUsage().userCPUTime / 1e6 + process.resourceUsage().systemCPUTime / 1e6,
    all: await busySeconds(),
  })
  const megabytes = () => sum(pids, megabytesOf)
  const [before, first] = [await seconds(), await megabytes()]
  const held = [first]

  return {
    /** Notes the memory of this moment. */
    weigh: async () => void held.push(await megabytes()),
    async read() {
      const [after, elapsed] = [await seconds(), (performance.now() - since) / 1_000]
      const houses = (after.houses - before.houses) / elapsed
      const crowd = (after.crowd - before.crowd) / elapsed
      const all = (after.all - before.all) / elapsed
      // Whatever else ran made everything slower than it is.
      return { MB: held.join(' '), cores: { houses, crowd, others: all - houses - crowd } }
    },
  }
}

async function sum<T>(all: readonly T[], of: (one: T) => Promise<number>): Promise<number> {
  return (await Promise.all(all.map(of))).reduce((total, one) => total + one, 0)
}
