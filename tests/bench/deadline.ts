/** What it comes to, or a rejection if it takes longer. It is not stopped: whoever waits ends what it works with. */
export function within<T>(minutes: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`it took over ${Math.round(minutes)} minutes`)),
      minutes * 60_000,
    )
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
