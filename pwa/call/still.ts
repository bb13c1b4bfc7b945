/** A photo in this browser's memory, and the address under which it is shown. */
export interface Still {
  blob: Blob
  url: string
  width: number
  height: number
}

/** `null` for bytes that the browser cannot show. */
export async function makeStill(blob: Blob): Promise<Still | null> {
  const bitmap = await createImageBitmap(blob).catch(() => null)
  if (!bitmap) return null
  const { width, height } = bitmap
  bitmap.close()
  return { blob, url: URL.createObjectURL(blob), width, height }
}

export function dropStill(still: Still | null): void {
  if (still) URL.revokeObjectURL(still.url)
}
