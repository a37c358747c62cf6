import { expect, test } from 'vitest';
import { openPage } from './browser.ts';

/** Where each question is answered: the panel, the row that answers it, and what its sentence says. */
const ANSWERS = [
  {
    question: 'Which 类 drove the budget of 万里 from 2024 to 2025',
    path: '?department=putuo-wanli&year=2025&view=change',
    panel: 'change',
    file: '上海市普陀区人民政府万里街道办事处_变动原因-合计-全部资金_2024-2025',
    row: '城乡社区支出',
    csv: /城乡社区支出.*3498\.4023/,
    sentence: /^2025年度，上海市普陀区人民政府万里街道办事处“城乡社区支出”.*年初预算数.*增加3,498\.40万元/,
  },
  {
    question: 'Which body cut its 三公 most',
    path: '?department=zhuzhou-ecology&year=2024&view=compare&measure=three_public&at=-0',
    panel: 'dots-actual',
    file: null,
    row: '规划和自然资源局',
    csv: /规划和自然资源局.*-27\.\d+/,
    sentence: /^2024年度，上海市普陀区规划和自然资源局“三公”经费决算数.*下降27\.8%/,
  },
  {
    question: 'Which projects of 株洲 spent under 70 % of their revised budget',
    path: '?department=zhuzhou-ecology&year=2024&view=execution&below=70',
    panel: 'projects',
    file: '株洲市生态环境局_完成率低于-70%-的项目_2024',
    row: '生态环境局天元分局污染防治及监管工作经费',
    csv: /污染防治及监管工作经费.*82\.13.*54\.86.*66\.\d+/,
    sentence: /^2024年度，株洲市生态环境局.*全年执行数54\.86万元，为全年预算数82\.13万元的66\.8%/,
  },
  {
    question: 'What share of the spending of 株洲 was 大气',
    path: '?department=zhuzhou-ecology&year=2024&view=structure&subject=21103',
    panel: 'subjects',
    file: null,
    row: '大气',
    csv: /大气.*809\.17.*12\.44/,
    sentence: /^2024年度，株洲市生态环境局.*大气.*809\.17万元.*12\.44?%/,
  },
];

test.each(ANSWERS)('$question: the answer is taken away as picture, data, sentence and link', async (answer) => {
  const { page, observed } = await openPage({ path: answer.path });
  const panel = page.locator(`#${answer.panel}`);
  await panel.locator('svg.marks').first().waitFor({ timeout: 60_000 });
  await panel.getByRole('button', { name: /^取用/ }).click();
  const menu = panel.getByRole('dialog');
  const taken = async (kind: string): Promise<{ name: string; bytes: Buffer }> => {
    const [file] = await Promise.all([page.waitForEvent('download'), menu.getByRole('button', { name: kind }).click()]);
    const parts: Buffer[] = [];
    for await (const part of await file.createReadStream()) parts.push(part as Buffer);
    return { name: file.suggestedFilename(), bytes: Buffer.concat(parts) };
  };
  const picture = await taken('PNG');
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.bytes.readUInt32BE(16)).toBeGreaterThan(1000);
  const data = await taken('CSV');
  if (answer.file !== null) expect(data.name).toBe(`${answer.file}.csv`);
  expect(data.name.replace(/csv$/, 'png')).toBe(picture.name);
  const lines = data.bytes.toString('utf8').split('\r\n');
  expect(lines.find((line) => line.includes(answer.row))).toMatch(answer.csv);
  const link = await menu.getByLabel('本页链接', { exact: true }).inputValue();
  expect(link).toBe(page.url());
  await page.keyboard.press('Escape');

  await panel.getByRole('button', { name: '表格' }).click();
  await panel.locator('.data-table tr', { hasText: answer.row }).first().locator('.figure').first().click();
  const sentence = page.locator('.source-dialog .quotes .copied-text p').first();
  await sentence.waitFor({ timeout: 60_000 });
  expect(await sentence.innerText()).toMatch(answer.sentence);

  const { page: other } = await openPage({ path: new URL(link).search });
  await other.locator(`#${answer.panel} svg.marks`).first().waitFor({ timeout: 60_000 });
  expect(await other.locator(`#${answer.panel} h2`).innerText()).toBe(await panel.locator('h2').innerText());
  expect(observed).toMatchObject({ consoleErrors: [], pageErrors: [], policyViolations: [], foreignRequests: [] });
});
