import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { PDF_FOOT, type PdfPaper } from './document.ts'
import { writePdf } from './write-pdf.ts'

const require = createRequire(import.meta.url)
const font = (name: string) =>
  new Uint8Array(readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)))
const FONTS = {
  regular: font('DejaVuSansCondensed'),
  bold: font('DejaVuSansCondensed-Bold'),
}

type Node = { role?: string; children?: Node[]; type?: string; id?: string }

const rolesOf = (node: Node): string[] =>
  node.role === undefined ? [] : [node.role, ...(node.children ?? []).flatMap(rolesOf)]
const marksOf = (node: Node): string[] =>
  node.id === undefined ? (node.children ?? []).flatMap(marksOf) : [node.id]

async function read(paper: PdfPaper) {
  const data = await writePdf(paper, FONTS, new Date('2026-11-23T12:00:00Z'))
  const marked = new TextDecoder('latin1').decode(data)
  const file = await getDocument({ data, verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: file.numPages }, async (_, at) => {
      const page = await file.getPage(at + 1)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
      return { text, tree: (await page.getStructTree()) as Node }
    }),
  )
  const info = (await file.getMetadata()).info as { Title?: string; Language?: string }
  return { pages, info, marked }
}

const PAPER: PdfPaper = {
  title: 'My shortlist',
  foot: PDF_FOOT,
  blocks: [
    { kind: 'heading', level: 1, text: 'My shortlist' },
    { kind: 'text', text: 'Łódź, Ελλάδα, Київ, Việt Nam: “quotes” ● ◐ ✕ ≠ – $1,254' },
    { kind: 'list', items: ['first', 'second'], ordered: true },
    { kind: 'facts', rows: [['Status', 'To call']] },
    {
      kind: 'table',
      head: ['Provider', 'Points'],
      rows: [['Blue Acorn', '31 of 100']],
      widths: [0.6, 0.4],
    },
    { kind: 'lines', count: 2 },
  ],
}

test('every text of a paper can be read back, also outside of Latin', async () => {
  const { pages, info } = await read(PAPER)
  const [{ text = '' } = {}] = pages
  for (const said of [
    'My shortlist',
    'Łódź, Ελλάδα, Київ, Việt Nam: “quotes” ● ◐ ✕ ≠ – $1,254',
    'second',
    'To call',
    'Blue Acorn',
    'Call or text 988',
    'Page 1 of 1.',
  ]) {
    expect(text.replace(/\s+/g, ' ')).toContain(said)
  }
  expect(info.Title).toBe('My shortlist')
  expect(info.Language).toBe('en-US')
})

test('the parts are tagged as what they are, in reading order', async () => {
  const { pages, marked } = await read(PAPER)
  expect(marked).toContain('/Marked true')
  expect(rolesOf(pages[0]?.tree ?? {})).toEqual([
    'Root',
    'Document',
    'H1',
    'P',
    ...['L', 'LI', 'Lbl', 'LBody', 'LI', 'Lbl', 'LBody'],
    ...['Table', 'TR', 'TH', 'TD'],
    ...['Table', 'TR', 'TH', 'TH', 'TR', 'TH', 'TD'],
  ])
})

test('a long paper goes on over pages, each with its foot and its tags', async () => {
  const blocks = Array.from({ length: 80 }, (_, at) => ({
    kind: 'text' as const,
    text: `Paragraph ${at}. ${'Something to say at some length. '.repeat(6)}`,
  }))
  const { pages } = await read({ ...PAPER, blocks })
  expect(pages.length).toBeGreaterThan(3)
  const all = pages.map(({ text }) => text).join(' ')
  for (let at = 0; at < 80; at += 1) expect(all).toContain(`Paragraph ${at}.`)
  pages.forEach(({ text, tree }, at) => {
    expect(text).toContain(`Page ${at + 1} of ${pages.length}.`)
    expect(marksOf(tree).length).toBeGreaterThan(0)
  })
})

test('a paper says when its font lacks a character', async () => {
  const with_emoji = { ...PAPER, blocks: [{ kind: 'text' as const, text: 'calm 🐢' }] }
  const { pages } = await read(with_emoji)
  expect(pages[0]?.text).toContain('Some characters, such as emoji')
  expect((await read(PAPER)).pages[0]?.text).not.toContain('Some characters')
})
