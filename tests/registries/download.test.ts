import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { localFile } from '#server/actions/local-file.ts'
import { madeFolder } from './made-files.ts'
import { standIn } from './stand-in.ts'

const unheard = () => undefined

test('a folder is no file, and says so', async () => {
  const folder = madeFolder()
  await expect(localFile(folder, unheard)).rejects.toThrow(
    `${folder} is a folder. Give the file in it`,
  )
})

describe('a download is given up', () => {
  test('where the server never answers', async () => {
    const { base } = await standIn(() => undefined)
    await expect(localFile(base, unheard, 50)).rejects.toThrow(
      `${base} did not answer for 0.05 seconds. Try again later, or get the file with a browser`,
    )
  })

  test('where it stands still midway, but not where it is only slow', async () => {
    const { base } = await standIn((url, _, response) => {
      const parts = ['one', 'two', 'three', 'four']
      if (url.pathname.endsWith('stalled')) return void response.write('one')
      const timer = setInterval(() => {
        const part = parts.shift()
        if (part !== undefined) return void response.write(part)
        clearInterval(timer)
        response.end()
      }, 200)
    })
    await expect(localFile(`${base}stalled`, unheard, 50)).rejects.toThrow(
      'stalled sent no more of the file',
    )
    const notes: string[] = []
    const slow = await localFile(`${base}slow?key=secret`, (words) => void notes.push(words), 700)
    expect(notes).toEqual([`Downloading ${base}slow`])
    expect(readFileSync(slow.path, 'utf8')).toBe('onetwothreefour')
    await slow.remove()
  })
})
