/** Files that are dropped on the element or pasted into it are given to `onFiles`; anything else passes. */
export function takesFiles(element: HTMLElement, onFiles: (files: readonly File[]) => void): void {
  const take = (event: Event, data: DataTransfer | null) => {
    if (!data || data.files.length === 0) return
    event.preventDefault()
    onFiles([...data.files])
  }
  element.addEventListener('paste', (event) => take(event, event.clipboardData))
  element.addEventListener('drop', (event) => take(event, event.dataTransfer))
  element.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
}
