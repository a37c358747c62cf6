import { understand } from '../../src/ingest/understand.ts';
import type { UnderstandingContext } from '../../src/ingest/understanding.ts';

export const CONTEXT: UnderstandingContext = {
  department: 'ecology',
  year: 2024,
  bodies: [
    { id: 'ecology', name: '株洲市生态环境局' },
    { id: 'headquarters', name: '株洲市生态环境局本级' },
    { id: 'enforcement', name: '株洲市生态环境保护综合行政执法支队', aliases: ['执法支队'] },
    { id: 'finance', name: '上海市普陀区财政局' },
    { id: 'planning', name: '上海市普陀区规划和自然资源局' },
  ],
  subjects: [
    { code: '208', name: '社会保障和就业支出', level: 1, parent_code: null },
    { code: '20805', name: '行政事业单位养老支出', level: 2, parent_code: '208' },
    { code: '2080505', name: '机关事业单位基本养老保险缴费支出', level: 3, parent_code: '20805' },
    { code: '211', name: '节能环保支出', level: 1, parent_code: null },
    { code: '229', name: '其他支出', level: 1, parent_code: null },
    { code: '22999', name: '其他支出', level: 2, parent_code: '229' },
  ],
};

/**
 * What is understood of a text, a line a number in its order: "45.07万元 = three_public 2024 amount actual 45.07", with the
 * body where it is not the page's own; "约45万元 ? approximate" where it is not understood.
 */
export function said(text: string, context: UnderstandingContext = CONTEXT): string[] {
  const { understood, unclear } = understand(text, context);
  return [
    ...understood.map((number) => ({
      start: number.start,
      line: [
        text.slice(number.start, number.end),
        '=',
        ...(number.department === context.department ? [] : [number.department]),
        (number.measure ?? number.subjectCode) + (number.fund === null ? '' : `/${number.fund}`),
        number.year,
        number.kind,
        ...(number.column === null ? [] : [number.column]),
        ...(number.base === null ? [] : [number.base]),
        number.value,
      ].join(' '),
    })),
    ...unclear.map(({ start, end, reason }) => ({ start, line: `${text.slice(start, end)} ? ${reason}` })),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ line }) => line);
}
