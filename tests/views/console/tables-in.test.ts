import { expect, test } from 'vitest';
import { consoleTextsOf } from '../../../src/language/console-texts.ts';
import { textsOf } from '../../../src/language/texts.ts';
import { tablesIn } from '../../../src/views/console/tables-in.ts';

const table = (name: string) => ({
  name,
  purpose: 'What the header says.',
  columns: [{ name: 'actual', type: 'DECIMAL(32,6)', meaning: 'amount' }],
});
const listed = ['fct_measures', 'check_children_sum', 'fct_unheard_of'].map(table);

test('Tables and columns speak the language of the page where it has words for them, else as their files', () => {
  const zh = tablesIn(listed, consoleTextsOf('zh'), textsOf('zh').reconciliation.ruleMeanings);
  expect(zh.map(({ purpose }) => purpose)).toEqual([
    '各部门、年度、指标的决算数，本年文件所公布',
    '上级科目应当等于下级科目之和',
    'What the header says.',
  ]);
  expect(zh[0]!.columns[0]!.meaning).toBe('决算数，万元');
  const en = tablesIn(listed, consoleTextsOf('en'), {});
  expect(en[0]).toMatchObject({ purpose: 'What the header says.', columns: [{ meaning: 'amount' }] });
});
