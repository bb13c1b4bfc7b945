/** The value that a share of the others does not pass, by nearest rank; `null` of nothing. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}

export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5)
}
