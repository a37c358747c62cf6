import { describe, expect, it } from 'vitest';
import { IngestError } from '../../src/ingest/ingest-error.ts';
import { interruptionOf } from '../../src/ingest/interruption.ts';
import { recogniseText } from './recognise-text.ts';
import { PLAIN, SAMPLE, write } from './written-disclosure.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(bytes: Uint8Array): string {
  try {
    recogniseText(bytes, 'input.txt');
  } catch (error) {
    expect(error).toBeInstanceOf(IngestError);
    return (error as IngestError).message;
  }
  throw new Error('the document was taken in');
}

describe('what the ingest refuses, it refuses by name and with a way out', () => {
  it('an empty file', () => {
    expect(refusal(new Uint8Array())).toMatch(/^input\.txt 是空文件（0 字节）；/);
    expect(refusal(encode('\uFEFF \r\n\t\n'))).toMatch(/^input\.txt 是空文件，没有可读的文字；/);
  });

  it('bytes that are no text', () => {
    expect(refusal(Uint8Array.of(0x41, 0, 0x42, 0))).toMatch(/二进制/);
  });

  it('text with damaged bytes, and says in which line', () => {
    const bytes = encode(write(SAMPLE));
    const line = 30;
    let at = 0;
    for (let seen = 1; seen < line; at += 1) if (bytes[at] === 10) seen += 1;
    while (bytes[at]! < 0xe0) at += 1;
    bytes[at + 1] = 0x41;
    expect(refusal(bytes)).toMatch(/第 30 行有损坏的字节/);
  });

  it('a document of another kind', () => {
    expect(refusal(encode('关于开展2024年度绩效自评工作的通知\n\n各科室：\n请于3月1日前报送。\n'))).toMatch(
      /不是可读的部门决算或部门预算：没有认出任何一张决算表/,
    );
    expect(refusal(encode(write(SAMPLE).split('第一部分 部门决算表\n\n')[0]!))).toMatch(/没有认出任何一张决算表/);
    expect(refusal(encode('附件 1\n2024年度项目支出绩效自评表\n项目支出名称\t某项目\t\n主管部门\t某局\t\n'))).toMatch(
      /只认出 1 份绩效附件/,
    );
  });

  it('a document that names two years, or none', () => {
    const text = write(SAMPLE);
    expect(refusal(encode(text.replace('2023年度\n', '2023年度\n2022年度部门决算\n')))).toMatch(
      /不止一个年度（2023、2022）/,
    );
    expect(refusal(encode(text.replaceAll('2023年度', '')))).toMatch(/没有写明年度；/);
  });

  it('a document that names no department', () => {
    const text = write(SAMPLE, { ...PLAIN, contents: false })
      .replace('青川市档案馆部门决算', '部门决算')
      .replaceAll('部门：青川市档案馆', '');
    expect(refusal(encode(text))).toMatch(/没有写明部门；/);
  });
});

describe('a document that breaks off inside a table', () => {
  const text = write(SAMPLE, { ...PLAIN, contents: false });
  const broken = (before: string, extra = 0): ReturnType<typeof recogniseText> => {
    const at = text.indexOf(before);
    expect(at).toBeGreaterThan(0);
    return recogniseText(encode(text.slice(0, at + before.length + extra)), 'input.txt');
  };

  it('keeps what was read, lists the broken row and says where', () => {
    const disclosure = broken('2080505\t机关事业单位基本养老保险缴费支出\t88.0');
    const stop = interruptionOf(disclosure)!;
    expect(stop).toMatchObject({ section: '收入决算表', text: '88.0' });
    expect(text.split('\n')[stop.line - 1]).toContain('2080505');
    expect(disclosure.figures.some(({ row_code }) => row_code === '2080505')).toBe(false);
    expect(
      disclosure.figures.find(({ statement, row_code }) => statement === 'income' && row_code === '2012604'),
    ).toMatchObject({ amount: '654.32' });
    expect(disclosure.sections.filter(({ status }) => status === 'missing').map(({ id }) => id)).toEqual([
      'expenditure',
      'fiscal_appropriation',
      'general_public_expenditure',
      'basic_expenditure',
      'government_fund',
      'state_capital',
      'three_public',
    ]);
  });

  it('is found out also where the break falls between two rows', () => {
    expect(interruptionOf(broken('五、社会保障和就业支出\t15\t88.00\n'))).toMatchObject({
      section: '收入支出决算总表',
    });
  });

  it('is no false alarm for a whole document', () => {
    expect(interruptionOf(recogniseText(encode(text), 'input.txt'))).toBeNull();
  });
});
