/** Hands a text to the person as a file; it is made in the browser and sent nowhere. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun with the click; some browsers read the address a little later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
