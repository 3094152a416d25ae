/** Makes a PDF in the browser. The writer and its fonts, about a megabyte, load on first use. */

import regular from 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf?url'
import bold from 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf?url'
import type { PdfPaper } from './document.ts'

async function bytesAt(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** The paper as a file; rejects when the writer or a font cannot be fetched. */
export async function pdfFile(paper: PdfPaper): Promise<Blob> {
  const [{ writePdf }, regularBytes, boldBytes] = await Promise.all([
    import('./write-pdf.ts'),
    bytesAt(regular),
    bytesAt(bold),
  ])
  const fonts = { regular: regularBytes, bold: boldBytes }
  const bytes = await writePdf(paper, fonts, new Date())
  return new Blob([bytes], { type: 'application/pdf' })
}
