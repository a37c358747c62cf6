import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { findAccessibilityViolations, openPage } from './browser.ts';

type Opened = Awaited<ReturnType<typeof openPage>>['page'];

const ZHUZHOU = '?department=zhuzhou-ecology&year=2024';
const PAGE = `${ZHUZHOU}&view=reconciliation`;

/** Waits until the checks have run and everything found is on the page. */
async function waitForFindings(page: Opened): Promise<void> {
  await page.locator('.coverage').waitFor({ timeout: 90_000 });
  await page.locator('.finding-items').waitFor();
}

const heading = (page: Opened) => page.locator('h1').innerText();
const items = (page: Opened) => page.locator('.finding-items > li').count();

describe('The reconciliation of 株洲市生态环境局 2024', () => {
  test('narrows by a cell, opens a finding with both sides, and goes back; a reload opens what stood there', async () => {
    const { page, observed } = await openPage({ path: PAGE });
    await waitForFindings(page);
    expect(await heading(page)).toMatch(/^株洲市生态环境局2024年决算：核对\s*[\d,]+ 处，\s*\d+ 处不一致（待核实）$/s);
    const all = await items(page);

    await page.getByRole('button', { name: /^文字说明，上年数：/ }).click();
    await page.waitForURL(/rule=prior_year&statement=narrative/);
    await expect.poll(() => items(page)).toBeLessThan(all);

    // Last year's total is off by what its vehicles are off: it stands under them.
    await page.locator('.finding-followers summary').first().click();
    const subject = page.locator('.finding-items h3 button', { hasText: '“三公”经费（上年）' });
    await subject.click();
    const dialog = page.locator('dialog[open]');
    await dialog.locator('mark.asked').first().waitFor();
    const sides = dialog.locator('.finding-side');
    expect(await sides.nth(0).innerText()).toMatch(/47\.44[\s\S]*45\.07万元[\s\S]*减少2\.37万元/);
    expect(await sides.nth(1).innerText()).toMatch(/59\.43[\s\S]*47\.19[\s\S]*12\.24/);
    expect(await dialog.innerText()).toContain('6410d7e92e52a9a1672fc0282652261af19721e14bb26ace39de8acb45460d10');
    await dialog.getByText('找出这一处的查询').click();
    expect(await dialog.locator('pre').innerText()).toContain('from');

    const opened = page.url();
    await page.reload();
    await page.locator('dialog[open] mark.asked').first().waitFor({ timeout: 90_000 });
    expect(page.url()).toBe(opened);
    await page.goBack();
    await dialog.waitFor({ state: 'detached' });
    await page.goBack();
    await expect.poll(() => items(page)).toBe(all);
    expect(observed).toMatchObject({ consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] });
  });

  test('comes prepared with the page, and is found by the page itself where what was prepared is damaged', async () => {
    const { page, observed } = await openPage({ path: PAGE });
    await waitForFindings(page);
    const prepared = /\/data\/fct_findings-[0-9a-f]{16}\.parquet$/;
    expect(observed.requests.filter((address) => prepared.test(address))).toHaveLength(1);
    const found = await page.locator('main').innerText();

    const { page: other } = await openPage({
      path: PAGE,
      before: (page) =>
        page.route(prepared, async (route) => {
          const body = await (await route.fetch()).body();
          body[1000]! ^= 1;
          await route.fulfill({ body });
        }),
    });
    await waitForFindings(other);
    expect(await other.locator('main').innerText()).toBe(found);
  });

  test('is taken away as CSV and as a workbook, with a row for every comparison', async () => {
    const { page, observed } = await openPage({ path: PAGE });
    await waitForFindings(page);
    const checked = Number(/核对\s*([\d,]+) 处/.exec(await heading(page))![1]!.replaceAll(',', ''));
    const taken = async (format: string): Promise<{ name: string; bytes: Buffer }> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.finding-export').getByRole('button', { name: format }).click(),
      ]);
      const parts: Buffer[] = [];
      for await (const part of await file.createReadStream()) parts.push(part as Buffer);
      return { name: file.suggestedFilename(), bytes: Buffer.concat(parts) };
    };
    const csv = await taken('CSV');
    expect(csv.name).toBe('株洲市生态环境局_勾稽核对_2024.csv');
    expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const workbook = await taken('XLSX');
    expect(workbook.name).toBe('株洲市生态环境局_勾稽核对_2024.xlsx');
    const [sheet] = (await readXlsx(workbook.bytes)).sheets;
    expect(sheet!.rows).toHaveLength(checked + 1);
    expect(sheet!.rows.flat()).toContain(59.43);
    expect(observed).toMatchObject({ consoleErrors: [], pageErrors: [], policyViolations: [] });
  });

  test.each([
    [1366, 768, 'light'],
    [1920, 1080, 'dark'],
    [390, 844, 'light'],
  ] as const)(
    'fits a window of %i × %i (%s) and passes axe, with a finding open too',
    async (width, height, colorScheme) => {
      const { page } = await openPage({ path: PAGE, viewport: { width, height }, colorScheme });
      await waitForFindings(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await passesAxe(page);
      await page.locator('.finding-items h3 button').first().click();
      await page.locator('dialog[open] mark.asked').first().waitFor();
      await passesAxe(page);
    },
  );

  test('is led to by the mark of a contradicted figure, once the overview is drawn', async () => {
    const { page } = await openPage({ path: ZHUZHOU });
    const mark = page.locator('[data-measure=three_public] .mark');
    await mark.waitFor({ timeout: 90_000 });
    await mark.click();
    await page.waitForURL(/view=reconciliation&finding=/);
    await page.locator('dialog[open] mark.asked').first().waitFor();
    expect(await page.locator('dialog[open] h2').innerText()).toContain('“三公”经费');
    await page.goBack();
    await page.locator('section.headlines').waitFor();
  });
});

async function passesAxe(page: Opened): Promise<void> {
  const violations = await findAccessibilityViolations(page);
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
}
