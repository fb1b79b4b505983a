/** A picture of each slide. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'

/**
 * @param page a document of slides
 * @param names of the slides, in their order
 * @returns how many bytes were written
 */
export async function photograph(
  page: Page,
  folder: string,
  names: readonly string[],
): Promise<number> {
  const digits = Math.max(2, String(names.length).length)
  const slides = await page.locator('.slide').all()
  let bytes = 0
  for (const [index, name] of names.entries()) {
    const picture = await slides[index]!.screenshot()
    const number = String(index + 1).padStart(digits, '0')
    await writeFile(path.join(folder, `${number}-${name}.png`), picture)
    bytes += picture.length
  }
  return bytes
}
