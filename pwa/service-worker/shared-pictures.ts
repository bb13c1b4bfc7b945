/** The photos and videos in what another app shared. An app may send texts and empty fields along. */
export function sharedPictures(entries: Iterable<FormDataEntryValue>): File[] {
  return [...entries].filter(
    (entry): entry is File => entry instanceof File && entry.size > 0 && /^(image|video)\//.test(entry.type),
  )
}
