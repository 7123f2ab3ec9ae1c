import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { saveFile } from '../../../src/main/files/save-file.ts'
import { AppError } from '../../../src/shared/contract/errors.ts'
import { inFolder } from '../../support/workbook.ts'

const says = (text: string) => (path: string) => writeFile(path, text)

/** Whether a command of root's works here: mounts and immutable folders show real refusals of the system. */
function can(...command: [string, ...string[]]): boolean {
  try {
    execFileSync(command[0], command.slice(1), { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Runs `work` with something mounted at `place`, or answers false where this account may not mount. */
async function mounted(place: string, options: string[], work: () => Promise<void>): Promise<boolean> {
  if (!can('mount', ...options, place)) return false
  try {
    await work()
  } finally {
    execFileSync('umount', [place])
  }
  return true
}

describe('saveFile', () => {
  test('puts a whole file in its place, also over an older one', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'Sổ theo dõi.xlsx')
      await saveFile(path, says('cũ'))
      await saveFile(path, says('mới'))
      expect(readFileSync(path, 'utf8')).toBe('mới')
      expect(readdirSync(folder)).toEqual(['Sổ theo dõi.xlsx'])
    })
  })

  test('takes a name as long as the system allows', async () => {
    await inFolder(async (folder) => {
      const name = `${'s'.repeat(250)}.xlsx`
      await saveFile(join(folder, name), says('dài'))
      expect(readdirSync(folder)).toEqual([name])
    })
  })

  test('leaves the older file and nothing else when writing fails', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'so.xlsx')
      writeFileSync(path, 'cũ')
      const failing = saveFile(path, async (temporaryPath) => {
        await writeFile(temporaryPath, 'nửa')
        throw new RangeError('hỏng giữa chừng')
      })
      await expect(failing).rejects.toThrow('hỏng giữa chừng')
      expect(readFileSync(path, 'utf8')).toBe('cũ')
      expect(readdirSync(folder)).toEqual(['so.xlsx'])
    })
  })

  test('passes on what the writer itself refused', async () => {
    await inFolder(async (folder) => {
      const refusing = saveFile(join(folder, 'so.xlsx'), async () => {
        throw new AppError('job-cancelled')
      })
      await expect(refusing).rejects.toMatchObject({ code: 'job-cancelled' })
      expect(readdirSync(folder)).toEqual([])
    })
  })

  test('says that the folder is gone, or was never a folder', async () => {
    await inFolder(async (folder) => {
      const missing = saveFile(join(folder, 'không có', 'so.xlsx'), says('x'))
      await expect(missing).rejects.toMatchObject({ code: 'save-folder-missing' })
      writeFileSync(join(folder, 'tệp'), '')
      const inFile = saveFile(join(folder, 'tệp', 'so.xlsx'), says('x'))
      await expect(inFile).rejects.toMatchObject({ code: 'save-folder-missing' })
    })
  })

  test('does not replace a folder of that name', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'so.xlsx')
      mkdirSync(path)
      await expect(saveFile(path, says('x'))).rejects.toMatchObject({ code: 'save-failed' })
      expect(statSync(path).isDirectory()).toBe(true)
      expect(readdirSync(folder)).toEqual(['so.xlsx'])
    })
  })

  test('says that the disk is full, and leaves nothing on it', async ({ skip }) => {
    await inFolder(async (folder) => {
      const done = await mounted(folder, ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs'], async () => {
        writeFileSync(join(folder, 'so.xlsx'), 'cũ')
        const full = saveFile(join(folder, 'so.xlsx'), says('x'.repeat(200_000)))
        await expect(full).rejects.toMatchObject({ code: 'save-disk-full' })
        expect(readdirSync(folder)).toEqual(['so.xlsx'])
        expect(readFileSync(join(folder, 'so.xlsx'), 'utf8')).toBe('cũ')
      })
      if (!done) skip('a tiny disk needs the right to mount')
    })
  })

  test('says that a disk is read-only', async ({ skip }) => {
    await inFolder(async (folder) => {
      const done = await mounted(folder, ['-t', 'tmpfs', '-o', 'ro', 'tmpfs'], async () => {
        const refused = saveFile(join(folder, 'so.xlsx'), says('x'))
        await expect(refused).rejects.toMatchObject({ code: 'save-no-permission' })
      })
      if (!done) skip('a read-only disk needs the right to mount')
    })
  })

  test('says that the folder refuses new files', async ({ skip }) => {
    await inFolder(async (folder) => {
      // Permissions do not bind root; an immutable folder does, and elsewhere the mode is enough.
      if (process.getuid?.() === 0 && !can('chattr', '+i', folder)) skip('root may write everywhere here')
      else if (process.getuid?.() !== 0) can('chmod', '500', folder)
      try {
        const refused = saveFile(join(folder, 'so.xlsx'), says('x'))
        await expect(refused).rejects.toMatchObject({ code: 'save-no-permission' })
        expect(readdirSync(folder)).toEqual([])
      } finally {
        if (!can('chattr', '-i', folder)) can('chmod', '700', folder)
      }
    })
  })

  test('says that the file is held by another program, and leaves it alone', async ({ skip }) => {
    await inFolder(async (folder) => {
      // Linux lets an open file be replaced; a mount point is what it holds as Windows holds an open workbook (EBUSY).
      const path = join(folder, 'so.xlsx')
      const held = join(folder, 'giữ')
      writeFileSync(path, 'cũ')
      writeFileSync(held, 'đang mở')
      const done = await mounted(path, ['--bind', held], async () => {
        await expect(saveFile(path, says('mới'))).rejects.toMatchObject({ code: 'save-file-open' })
        expect(readdirSync(folder).sort()).toEqual(['giữ', 'so.xlsx'].sort())
        expect(readFileSync(path, 'utf8')).toBe('đang mở')
      })
      if (!done) skip('holding a file needs the right to mount')
      expect(readFileSync(path, 'utf8')).toBe('cũ')
    })
  })

  test('calls a refusal to replace the file by its cause on Windows: the file is open', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'so.xlsx')
      writeFileSync(path, 'cũ')
      for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
        const replace = async () => {
          throw Object.assign(new Error(code), { code })
        }
        await expect(saveFile(path, says('mới'), replace)).rejects.toMatchObject({ code: 'save-file-open' })
        expect(readdirSync(folder)).toEqual(['so.xlsx'])
      }
    })
  })
})
