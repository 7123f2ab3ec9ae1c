import type { Locator, Page } from 'playwright-core'

/** Reaches a control as somebody without a mouse does: Tab until it has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor()
  for (let presses = 0; presses < 150; presses++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${target}`)
}

/** Tabs to a button or link and presses it. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Tabs to a field and types over what it holds. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Tabs to a field with a list of choices, opens it, goes to one by the arrows and takes it. */
export async function chooseOption(page: Page, field: Locator, name: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Enter')
  const option = page.getByRole('option', { name, exact: true })
  await option.waitFor()
  // The list goes to the choice in force by a timer of its own, set when it was opened: it has run once this one has.
  await page.evaluate(() => new Promise((ran) => setTimeout(ran, 0)))
  for (let presses = 0; presses < 50; presses++) {
    if ((await option.getAttribute('data-combobox-selected')) !== null) {
      await page.keyboard.press('Enter')
      return
    }
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrows do not reach ${name}`)
}
