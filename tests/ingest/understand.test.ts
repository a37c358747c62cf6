import { describe, expect, test } from 'vitest';
import { understand } from '../../src/ingest/understand.ts';
import { CONTEXT, said } from './said.ts';

/** What each sentence says, read by a person; the page shows 株洲市生态环境局 2024. */
const SENTENCES: readonly (readonly [sentence: string, says: readonly string[]])[] = [
  [
    '2024年度“三公”经费支出决算为45.07万元，与上年相比减少2.37万元，下降4.4%',
    [
      '45.07万元 = three_public 2024 amount actual 45.07',
      '2.37万元 = three_public 2024 change prior_actual -2.37',
      '4.4% = three_public 2024 change_pct prior_actual -4.4',
    ],
  ],
  ['三公经费降了5%', ['5% = three_public 2024 change_pct prior_actual -5']],
  ['比去年少花2.37万元', ['2.37万元 ? of_what']],
  [
    '三公经费45.07万元，同比下降5.0%。',
    ['45.07万元 = three_public 2024 amount actual 45.07', '5.0% = three_public 2024 change_pct prior_actual -5'],
  ],
  [
    '株洲市生态环境局2024年三公经费45.07万元，比去年少花2.37万元',
    ['45.07万元 = three_public 2024 amount actual 45.07', '2.37万元 = three_public 2024 change prior_actual -2.37'],
  ],
  [
    '２０２４年，该局“三公”经费支出４５．０７万元，比上年下降４．４％。',
    [
      '４５．０７万元 = three_public 2024 amount actual 45.07',
      '４．４％ = three_public 2024 change_pct prior_actual -4.4',
    ],
  ],
  [
    '2024年总支出6,504.45万元，其中基本支出4566万元，占70.2%，项目支出1938.45万元，占29.8%。',
    [
      '6,504.45万元 = expenditure 2024 amount actual 6504.45',
      '4566万元 = basic 2024 amount actual 4566',
      '70.2% = basic 2024 share_pct expenditure 70.2',
      '1938.45万元 = project 2024 amount actual 1938.45',
      '29.8% = project 2024 share_pct expenditure 29.8',
    ],
  ],
  ['2024年总支出0.65亿元', ['0.65亿元 = expenditure 2024 amount actual 6500']],
  [
    '公务接待费为2.67万元，同比下降51.4%',
    ['2.67万元 = reception 2024 amount actual 2.67', '51.4% = reception 2024 change_pct prior_actual -51.4'],
  ],
  ['公务接待花了2.67万元', ['2.67万元 = reception 2024 amount actual 2.67']],
  ['2024年三公经费完成年初预算的84.2%', ['84.2% = three_public 2024 execution_pct initial_budget 84.2']],
  [
    '三公经费支出45.07万元，完成预算的84.2%。',
    ['45.07万元 = three_public 2024 amount actual 45.07', '84.2% = three_public 2024 execution_pct budget 84.2'],
  ],
  ['三公经费支出决算是上年的0.95倍', ['0.95 ? unknown_unit']],
  ['三公经费同比下降4.4个百分点', ['4.4 ? points']],
  ['三公经费约45万元', ['45万元 ? approximate']],
  ['三公经费减少近三成', ['三成 ? in_words']],
  ['三公经费四十五万元', ['四十五万元 ? in_words']],
  ['2024年上半年三公经费为20万元', ['20万元 ? part_of_year']],
  ['2024年1-6月三公经费为20万元', ['1 ? part_of_year', '20万元 ? part_of_year']],
  ['2020-2024年三公经费累计下降30%', ['30% ? several_years']],
  ['与2020年相比，三公经费下降30%', ['30% ? other_year_compared']],
  ['与2023年相比，三公经费下降4.4%', ['4.4% = three_public 2024 change_pct prior_actual -4.4']],
  [
    '2023年三公经费47.44万元，2024年45.07万元，下降5%',
    [
      '47.44万元 = three_public 2023 amount actual 47.44',
      '45.07万元 = three_public 2024 amount actual 45.07',
      '5% = three_public 2024 change_pct prior_actual -5',
    ],
  ],
  [
    '三公经费由47.44万元降至45.07万元',
    ['47.44万元 = three_public 2023 amount actual 47.44', '45.07万元 = three_public 2024 amount actual 45.07'],
  ],
  [
    '2024年三公经费从2023年的47.44万元下降到45.07万元，降幅5%',
    [
      '47.44万元 = three_public 2023 amount actual 47.44',
      '45.07万元 = three_public 2024 amount actual 45.07',
      '5% = three_public 2024 change_pct prior_actual -5',
    ],
  ],
  [
    '去年三公经费47.44万元，今年45.07万元',
    ['47.44万元 = three_public 2023 amount actual 47.44', '45.07万元 = three_public 2024 amount actual 45.07'],
  ],
  ['市教育局三公经费为30万元', ['30万元 ? unknown_body']],
  ['全市三公经费为3000万元', ['3000万元 ? unknown_subject']],
  [
    '普陀区财政局2024年三公经费0万元，株洲市生态环境局45.07万元',
    ['0万元 = finance three_public 2024 amount actual 0', '45.07万元 = three_public 2024 amount actual 45.07'],
  ],
  ['社会保障和就业支出698.5万元，占10.7%', ['698.5万元 = 208 2024 amount actual 698.5', '10.7% ? share_of_what']],
  ['社会保障和就业（类）支出698.5万元', ['698.5万元 = 208 2024 amount actual 698.5']],
  ['其他支出为3万元', ['3万元 = 229 2024 amount actual 3']],
  [
    '财政拨款支出6504.45万元，比上年减少565.63万元',
    [
      '6504.45万元 = expenditure/fiscal 2024 amount actual 6504.45',
      '565.63万元 = expenditure/fiscal 2024 change prior_actual -565.63',
    ],
  ],
  [
    '一般公共预算财政拨款支出6504.45万元，同比减少8%',
    [
      '6504.45万元 = general_public_expenditure 2024 amount actual 6504.45',
      '8% = general_public_expenditure 2024 change_pct prior_actual -8',
    ],
  ],
  ['财政拨款基本支出4566万元', ['4566万元 = basic/fiscal 2024 amount actual 4566']],
  [
    '2025年三公经费预算为37.91万元，比上年减少10万元',
    ['37.91万元 = three_public 2025 amount budget 37.91', '10万元 = three_public 2025 change prior_initial_budget -10'],
  ],
  ['预计三公经费下降4.4%', ['4.4% ? not_a_fact']],
  ['三公经费没有减少2.37万元', ['2.37万元 ? negated']],
  ['三公经费与上年持平', ['持平 = three_public 2024 change prior_actual 0']],
  ['人均三公经费为0.5万元', ['0.5万元 ? unknown_subject']],
  ['接待20批次、128人次', ['20批次 = reception_batches 2024 count 20', '128人次 = reception_people 2024 count 128']],
  ['公务用车保有量为12辆', ['12辆 = vehicles_kept 2024 count 12']],
  ['会议费3万元，培训费2万元', ['3万元 = conference 2024 amount actual 3', '2万元 = training 2024 amount actual 2']],
  ['支出500万元', ['500万元 = expenditure 2024 amount actual 500']],
  ['认真压减三公经费，全年支出500万元', ['500万元 ? of_what']],
  ['主要原因是人员增加3人，追加经费20万元', ['3人 ? uncountable', '20万元 ? unknown_subject']],
  [
    '2024年度收、支总计6504.45万元。与上年相比，减少565.63万元，减少8%，主要是因为公用经费减少110.27万元。',
    [
      '6504.45万元 = total 2024 amount actual 6504.45',
      '565.63万元 = total 2024 change prior_actual -565.63',
      '8% = total 2024 change_pct prior_actual -8',
      '110.27万元 = operating 2024 change prior_actual -110.27',
    ],
  ],
  [
    '截至2024年12月31日，机关运行经费支出1076.6万元，比上年减少110.28万元，降低9.3%',
    [
      '1076.6万元 = agency_operation 2024 amount actual 1076.6',
      '110.28万元 = agency_operation 2024 change prior_actual -110.28',
      '9.3% = agency_operation 2024 change_pct prior_actual -9.3',
    ],
  ],
  [
    '政府采购支出总额1234.5万元，其中：货物支出100万元',
    ['1234.5万元 = procurement 2024 amount actual 1234.5', '100万元 = procurement_goods 2024 amount actual 100'],
  ],
  ['三公经费支出450,700元', ['450,700元 = three_public 2024 amount actual 45.07']],
  [
    '三公经费支出45.07万元，比预算少8.43万元，比上年下降4.4%',
    [
      '45.07万元 = three_public 2024 amount actual 45.07',
      '8.43万元 = three_public 2024 change budget -8.43',
      '4.4% = three_public 2024 change_pct prior_actual -4.4',
    ],
  ],
  ['生态环境局三公经费支出为45.07万元', ['45.07万元 = three_public 2024 amount actual 45.07']],
  ['三公经费比市财政局少3万元', ['3万元 ? unknown_body']],
  [
    '三公经费总额45.07万元，公务用车运行维护费42.4万元，公务接待费2.67万元，没有因公出国（境）费',
    [
      '45.07万元 = three_public 2024 amount actual 45.07',
      '42.4万元 = vehicle_operation 2024 amount actual 42.4',
      '2.67万元 = reception 2024 amount actual 2.67',
    ],
  ],
  ['2024 年 三公 经费', []],
  [
    '三公经费支出预算数为53.5万元，支出决算数为45.07万元，完成预算的84.2%，与上年相比减少2.37万元，下降4.4%',
    [
      '53.5万元 = three_public 2024 amount budget 53.5',
      '45.07万元 = three_public 2024 amount actual 45.07',
      '84.2% = three_public 2024 execution_pct budget 84.2',
      '2.37万元 = three_public 2024 change prior_actual -2.37',
      '4.4% = three_public 2024 change_pct prior_actual -4.4',
    ],
  ],
  [
    '公车运行费42.4万元，比上年增加0.44万元，上涨1%',
    [
      '42.4万元 = vehicle_operation 2024 amount actual 42.4',
      '0.44万元 = vehicle_operation 2024 change prior_actual 0.44',
      '1% = vehicle_operation 2024 change_pct prior_actual 1',
    ],
  ],
  ['株洲市生态环境局本级三公经费31.75万元', ['31.75万元 = headquarters three_public 2024 amount actual 31.75']],
  ['2024年全局支出6504.45万元', ['6504.45万元 = expenditure 2024 amount actual 6504.45']],
  [
    '三公经费压减4.4%，压缩2.37万元',
    ['4.4% = three_public 2024 change_pct prior_actual -4.4', '2.37万元 = three_public 2024 change prior_actual -2.37'],
  ],
  ['《2024年度部门决算》显示，三公经费为45.07万元', ['45.07万元 = three_public 2024 amount actual 45.07']],
  ['年末结转和结余为0万元', ['0万元 = closing_carryover 2024 amount actual 0']],
  [
    '三公经费支出45.07万元，占总支出的0.7%',
    ['45.07万元 = three_public 2024 amount actual 45.07', '0.7% = three_public 2024 share_pct expenditure 0.7'],
  ],
  [
    '2024年支出6504.45万元，收入6504.45万元',
    ['6504.45万元 = expenditure 2024 amount actual 6504.45', '6504.45万元 = revenue 2024 amount actual 6504.45'],
  ],
  ['支出决算数6504.45万元', ['6504.45万元 = expenditure 2024 amount actual 6504.45']],
  ['三公经费45万元，该局支出决算数6504万元', ['45万元 = three_public 2024 amount actual 45', '6504万元 ? of_what']],
  [
    '三公经费方面，全年支出45.07万元，下降5%',
    ['45.07万元 = three_public 2024 amount actual 45.07', '5% = three_public 2024 change_pct prior_actual -5'],
  ],
  ['株洲市财政局2024年三公经费30万元', ['30万元 ? unknown_body']],
  ['财政局三公经费0万元', ['0万元 = finance three_public 2024 amount actual 0']],
  [
    '今年三公经费45.07万元，比去年减少2.37万元，减幅5%',
    [
      '45.07万元 = three_public 2024 amount actual 45.07',
      '2.37万元 = three_public 2024 change prior_actual -2.37',
      '5% = three_public 2024 change_pct prior_actual -5',
    ],
  ],
  [
    '2024年“三公”经费支出45.07万元，较2023年下降4.4%，其中公务接待费2.67万元，下降51.4%。',
    [
      '45.07万元 = three_public 2024 amount actual 45.07',
      '4.4% = three_public 2024 change_pct prior_actual -4.4',
      '2.67万元 = reception 2024 amount actual 2.67',
      '51.4% = reception 2024 change_pct prior_actual -51.4',
    ],
  ],
  ['三公经费不足50万元', ['50万元 ? approximate']],
  ['三公经费支出超过预算8.43万元', ['8.43万元 ? unknown_subject']],
  [
    '“三公”经费支出比年初预算减少8.43万元，下降15.8%',
    [
      '8.43万元 = three_public 2024 change initial_budget -8.43',
      '15.8% = three_public 2024 change_pct initial_budget -15.8',
    ],
  ],
  ['该局去年花了6504.45万元', ['6504.45万元 ? of_what']],
  ['三公经费同比下降百分之四点四', ['百分之四点四 ? in_words']],
  [
    '人员经费3486.80万元，占基本支出的76.4%；公用经费1079.20万元，占基本支出的23.6%。',
    [
      '3486.80万元 = personnel 2024 amount actual 3486.8',
      '76.4% = personnel 2024 share_pct basic 76.4',
      '1079.20万元 = operating 2024 amount actual 1079.2',
      '23.6% = operating 2024 share_pct basic 23.6',
    ],
  ],
  [
    '机关事业单位基本养老保险缴费支出257.17万元，完成年初预算的99.4%',
    ['257.17万元 = 2080505 2024 amount actual 257.17', '99.4% = 2080505 2024 execution_pct initial_budget 99.4'],
  ],
  [
    '三公经费45.07万元（比上年减少2.37万元）',
    ['45.07万元 = three_public 2024 amount actual 45.07', '2.37万元 = three_public 2024 change prior_actual -2.37'],
  ],
  [
    '2024年决算显示：总收入6504.45万元，总支出6504.45万元，分别下降8%',
    [
      '6504.45万元 = revenue 2024 amount actual 6504.45',
      '6504.45万元 = expenditure 2024 amount actual 6504.45',
      '8% = expenditure 2024 change_pct prior_actual -8',
    ],
  ],
  ['公务接待费和会议费共5万元', ['5万元 ? unknown_subject']],
  ['三公经费连续三年下降', []],
  ['2024年总支出降幅8.0%', ['8.0% = expenditure 2024 change_pct prior_actual -8']],
  [
    '2024年总支出较上年的7070.08万元减少565.63万元',
    [
      '7070.08万元 = expenditure 2023 amount actual 7070.08',
      '565.63万元 = expenditure 2024 change prior_actual -565.63',
    ],
  ],
  [
    '2024年总支出与2023年的7070.08万元相比下降8%',
    ['7070.08万元 = expenditure 2023 amount actual 7070.08', '8% ? unknown_subject'],
  ],
  ['三公经费：45.07万元', ['45.07万元 = three_public 2024 amount actual 45.07']],
  ['三公经费45.07', ['45.07 ? no_unit']],
  ['三公经费45.07万', ['45.07万 = three_public 2024 amount actual 45.07']],
  ['三公经费降到45.07万元', ['45.07万元 = three_public 2024 amount actual 45.07']],
  [
    '三公经费下降至45.07万元，降低了2.37万元',
    ['45.07万元 = three_public 2024 amount actual 45.07', '2.37万元 = three_public 2024 change prior_actual -2.37'],
  ],
  ['我市教育系统三公经费3万元', ['3万元 ? unknown_subject']],
  ['2024年一季度三公经费10万元', ['10万元 ? part_of_year']],
  ['每辆车运行费3.5万元', ['3.5万元 ? unknown_subject']],
  ['三公经费节约2.37万元', ['2.37万元 ? unknown_subject']],
  ['三公经费45万元，收入6504万元', ['45万元 = three_public 2024 amount actual 45', '6504万元 ? of_what']],
  ['三公经费45万元，支出6504万元', ['45万元 = three_public 2024 amount actual 45', '6504万元 ? of_what']],
  ['三公经费2024年支出45.07万元', ['45.07万元 = three_public 2024 amount actual 45.07']],
  ['年初预算53.5万元，支出45.07万元', ['53.5万元 ? of_what', '45.07万元 ? of_what']],
  [
    '三公经费年初预算53.5万元，支出45.07万元',
    ['53.5万元 = three_public 2024 amount initial_budget 53.5', '45.07万元 = three_public 2024 amount actual 45.07'],
  ],
  [
    '总收入6504.45万元，支出6504.45万元',
    ['6504.45万元 = revenue 2024 amount actual 6504.45', '6504.45万元 = expenditure 2024 amount actual 6504.45'],
  ],
  ['支出下降8%', ['8% ? of_what']],
  [
    '去年三公经费47.44万元，比前一年减少1万元，下降2.1%',
    [
      '47.44万元 = three_public 2023 amount actual 47.44',
      '1万元 = three_public 2023 change prior_actual -1',
      '2.1% = three_public 2023 change_pct prior_actual -2.1',
    ],
  ],
  [
    '去年三公经费47.44万元，今年比去年下降5%',
    ['47.44万元 = three_public 2023 amount actual 47.44', '5% = three_public 2024 change_pct prior_actual -5'],
  ],
];

describe('A sentence is understood by itself', () => {
  test.each(SENTENCES)('%s', (sentence, says) => {
    expect(said(sentence)).toEqual(says);
  });
});

test('Digits stand for what rounds to them, in the unit that they are written in', () => {
  const halfWidths = (text: string) => understand(text, CONTEXT).understood.map(({ halfWidth }) => halfWidth);
  expect(halfWidths('三公经费45.07万元，总支出0.65亿元，公务接待费26,700元，下降5%')).toEqual([
    '0.005',
    '50',
    '0.00005',
    '0.5',
  ]);
});

test('A number stands where it was written, whatever was rewritten before it', () => {
  const text = ' 株洲市生态环境局 2024 年，该局“三公”经费\n花了 ４５．０７ 万元,比去年少花２.３７万元！';
  expect(understand(text, CONTEXT).understood.map(({ text: written }) => written)).toEqual([
    '４５．０７ 万元',
    '２.３７万元',
  ]);
});

test('What a sentence leaves unsaid is what the page shows, and what the one before said', () => {
  expect(said('三公经费45.07万元。', { ...CONTEXT, year: 2023 })).toEqual([
    '45.07万元 = three_public 2023 amount actual 45.07',
  ]);
  expect(said('普陀区财政局2023年三公经费0万元。比上年减少1万元。')).toEqual([
    '0万元 = finance three_public 2023 amount actual 0',
    '1万元 = finance three_public 2023 change prior_actual -1',
  ]);
});

test('A name that two bodies share means the one that the page shows, else none', () => {
  const bodies = [
    { id: 'east', name: '东平市财政局' },
    { id: 'west', name: '西平市财政局' },
  ];
  const text = '财政局三公经费3万元';
  expect(said(text, { ...CONTEXT, department: 'west', bodies })).toEqual(['3万元 = three_public 2024 amount actual 3']);
  expect(said(text, { ...CONTEXT, bodies })).toEqual(['3万元 ? unknown_body']);
});

test('No text, however long and strange, keeps the reader waiting or throws', () => {
  const strange = [
    '三公经费'.repeat(5000),
    '（'.repeat(20000),
    '1'.repeat(20000),
    '比2023年'.repeat(5000),
    '，'.repeat(20000),
  ];
  for (const text of strange) expect(understand(text, CONTEXT).understood).toEqual([]);
});
