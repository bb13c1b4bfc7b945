/** The photo as JPEG, if this browser can read it: Safari reads HEIC, others do not. */
export async function asJpeg(photo: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(photo).catch(() => null)
  return picture && drawn(picture, picture.width, picture.height, 0.9)
}

const smallPx = 160

/** A small picture for a list; the large one would keep its pixels in memory for as long as it is shown. */
export async function thumbnailOf(photo: Blob, px = smallPx): Promise<Blob | null> {
  const picture = await createImageBitmap(photo).catch(() => null)
  if (!picture) return null
  const scale = Math.min(1, px / Math.min(picture.width, picture.height))
  return drawn(picture, Math.round(picture.width * scale), Math.round(picture.height * scale), 0.8)
}

function drawn(picture: ImageBitmap, width: number, height: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, width)
  canvas.height = Math.max(1, height)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}
