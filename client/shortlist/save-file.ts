/** Hands a file to the visitor; it is made here and sent nowhere. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the address a little after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
