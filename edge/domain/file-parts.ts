// A file that goes straight into a bucket goes in parts: what is lost with a connection is a part at most.

export interface FilePart {
  /** From 1 on, as buckets count. */
  number: number
  from: number
  length: number
}

/** One that a bucket has not got yet, with the address that takes it. */
export interface PartToSend extends FilePart {
  address: string
}

/** Buckets take no less but in a last part. The edge holds one in memory where it rewrites it. */
export const partBytes = 5 * 1024 * 1024

export function partsOf(size: number): FilePart[] {
  return Array.from({ length: Math.ceil(size / partBytes) }, (_, index) => {
    const from = index * partBytes
    return { number: index + 1, from, length: Math.min(partBytes, size - from) }
  })
}
