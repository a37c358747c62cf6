import { MappedText } from './mapped-text.ts';

/**
 * What news stories write where disclosures write something else. Each rule changes words only right in front of a number
 * or of a comparison, so that nothing is read into a sentence that it does not say.
 */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/(?:今年|本年度?|该年度?|当年)(?!初|末|底|中|内|收入|支出|[上下]半年|第?[一二三四1-4]季度|\d{1,2}月)/g, '本年度'],
  [/去年(?!初|末|底|中|[上下]半年|第?[一二三四1-4]季度|\d{1,2}月)/g, '上年'],
  [/(?<=[比较])(?:上年|前一年)(?:同期)?(?=[^，。；]{0,6}\d)/g, '上年'],
  // "由47.44万元降至45.07万元": the level that it came to.
  [
    /(?:下降|减少|压减|压缩|缩减|降低|增加|增长|上升|提高|上涨|回落|[降减增升涨])(?:到了?|至|为)(?=\d)/g,
    '，本年度决算数为',
  ],
  [/(?:少|减少)(?:花费?|用|支出|支|开支)了?(?=\d)/g, '减少'],
  [/(?:多|增加)(?:花费?|用|支出|支|开支)了?(?=\d)/g, '增加'],
  [/(?<=[比较][^，。；]{1,12})(?<!减)少了?(?=\d)/g, '减少'],
  [/(?<=[比较][^，。；]{1,12})(?<![增最])多了?(?=\d)/g, '增加'],
  [/(?<!下|压|升|[涨减])(?:降低|下滑|下跌|缩水|降|跌)了?(?=\d)/g, '下降'],
  [/(?<!压|削|缩|增)减了?(?=\d)/g, '减少'],
  [/(?<!同比.{0,2}负)(?:上扬|上浮|攀升|(?<!提|回|攀|上)升|(?<!上)涨)了?(?=\d)/g, '增长'],
  [/(?<!新|净|略|[递年])增了?(?=\d)/g, '增加'],
  [/(?<=下降|减少|增长|增加|上升|提高|降低)幅度?(?:达到?|为)(?=\d)/g, '为'],
  [/(?:一共|总共)?(?:花费?|花掉|用掉|耗费|开销|支出)了(?=\d)/g, '为'],
  [/(?:仅为|仅有|仅|只有|高达|达到?了?|共计|总计为|合计为|录得|系)(?=\d)/g, '为'],
  [/(?:花费?|用去)(?=\d)/g, '为'],
  [/(?:全年|实际)(?=支出|开支|花费?|用)/g, ''],
  [/(?:没有变化|没变化?|未变|保持不变|一样多?|相同)(?=[，。；！]|$)/g, '持平'],
];

/** One spelling and the words of disclosures, each character still with its place. Spaces and line ends go. */
export function plainWording(given: string): MappedText {
  const plain = MappedText.of(given)
    .replace(/[\s\u200b-\u200d\ufeff]+/g, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ．％／＋－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[(]/g, '（')
    .replace(/[)]/g, '）')
    .replace(/:/g, '：')
    .replace(/;/g, '；')
    .replace(/﹪/g, '%')
    .replace(/−/g, '-')
    .replace(/!/g, '！')
    .replace(/\?/g, '？')
    .replace(/，(?=\d{3}(?!\d))(?<=\d，)/g, ',')
    .replace(/(?<!\d),|,(?!\d)/g, '，')
    .replace(/["＂「」『』]/g, '”')
    .replace(/[”“]三公[”“]/g, '“三公”');
  return REWRITES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), plain);
}

/** Why nothing of a clause can be held against a year's accounts; null where nothing speaks against it. */
export function obstacleOf(clause: string, sentence: string): string | null {
  if (PART_OF_YEAR.test(sentence)) return 'part_of_year';
  if (SEVERAL_YEARS.test(sentence)) return 'several_years';
  if (NOT_A_FACT.test(clause)) return 'not_a_fact';
  if (NEGATED.test(clause)) return 'negated';
  return null;
}

const PART_OF_YEAR =
  /[上下]半年|第?[一二三四1-4]季度|前[一二三两\d]+个?[季月]|\d{1,2}(?:月)?[-—–~至到]\d{1,2}月|(?<!截[至止].{0,8})\d{1,2}月份?(?!\d{0,2}日|底|末)|环比/;
const SEVERAL_YEARS =
  /(?:19|20)\d{2}年?[-—–~至到](?:19|20)\d{2}年|[近这过去前]{1,2}[两二三四五六七八九十\d]+年|[两二三四五六七八九十\d]年(?:来|间|累计)|年均|历年|连续/;
const NOT_A_FACT = /预计|预期|预测|力争|计划|目标|将(?!近)|拟|有望|可能|若|如果|假如|应当|应该|不得|据说|传/;
const NEGATED = /(?:没有?|并?未|不是|并非|不)(?:再|曾|有)?(?=下降|减少|增加|增长|上升|为|达)/;

/** Numbers in words, which no reader of digits sees: 四十五万元, 三成, 翻番. */
const IN_WORDS =
  /(?:百分之)[零〇一二三四五六七八九十百点]+|[零〇一二两三四五六七八九十百千点]{1,12}(?:万亿?元|亿元?|元)|[一二两三四五六七八九](?:成半?|倍)|翻(?:了?[一两]?番|倍)|减半|一半|过半/g;

/** Where a text states numbers in words. */
export function numbersInWords(text: string): { start: number; end: number }[] {
  return [...text.matchAll(IN_WORDS)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
}
