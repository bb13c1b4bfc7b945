// Safari starts the download after the click has returned; until then the address has to live.
const longEnoughMs = 60_000

/** Puts a file of our own making among the person's downloads. */
export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), longEnoughMs)
}
