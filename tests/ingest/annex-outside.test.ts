import { describe, expect, it } from 'vitest';
import { namesSameProject, outsideDepartment, type OwnBodies } from '../../src/ingest/annex-outside.ts';

const own = (listed: readonly string[] | null): OwnBodies => ({
  names: ['湖滨市水务局', '湖滨市河道管理所'],
  isOwn: (name) => name === '河道所',
  listed,
});
const outside = (project: string, unit: string, listed: readonly string[] | null = []) =>
  outsideDepartment(project, unit, own(listed));

describe('whether the money of a project went to other bodies', () => {
  it.each([
    ['拨付湖东区节水活动经费', '湖滨市水务局'],
    ['下达预拨 2024 年中央水利资金（转移支付）', '市水务局机关'],
    ['水站迁建项目（上级转移支付资金）', '湖滨市水务局湖西分局'],
    ['喷涂车间改造', '湖滨某某金属结构有限责任公司'],
    ['游客中心（市本级转移支付资金）', '湖滨市官庄镇潭塘村'],
  ])('%s, carried out by %s, is outside and says why', (project, unit) => {
    expect(outside(project, unit).outside_department).toBe(true);
    expect(outside(project, unit).outside_evidence).toMatch(/项目名称写明|不是本部门或其所属单位/);
  });

  it.each([
    ['河道整治专项', '湖滨市水务局'],
    ['河道整治专项', '市水务局机关'],
    ['河道整治专项', '湖滨市水务局湖西分局'],
    ['河道整治专项', '规划科'],
    ['河道整治专项', '河道所'],
    ['河道整治专项', ''],
    ['湖西分局专项（区政府结算上解资金）', '市水务局湖西分局'],
  ])('%s, carried out by %s, is inside', (project, unit) => {
    expect(outside(project, unit)).toEqual({ outside_department: false, outside_evidence: null });
  });

  it('keeps inside what the own table of base data lists, whatever the name says', () => {
    const listed = ['河道监测监管能力提升项目'];
    expect(outside('河道检测监管能力提升项目（上级转移支付资金）', '湖滨市水务局', listed).outside_department).toBe(
      false,
    );
    expect(outside('河道检测监管能力提升项目（上级转移支付资金）', '湖滨市水务局', []).outside_department).toBe(true);
  });

  it('cannot tell a transfer from above without such a table, and leaves it inside', () => {
    expect(outside('水站迁建项目（上级转移支付资金）', '湖滨市水务局', null).outside_department).toBe(false);
    expect(outside('水站迁建项目（转移支付）', '湖滨市水务局', null).outside_department).toBe(true);
  });

  it('knows a project under two spellings, and two projects of one body apart', () => {
    expect(namesSameProject('大气污染防治检测监管能力提升项目（2022 年）', '大气污染防治监测监管能力提升项目')).toBe(
      true,
    );
    expect(namesSameProject('有奖举报奖金（公共专项）', '有奖举报奖金')).toBe(true);
    expect(namesSameProject('下达预拨中央水污染防治资金', '环境污染防治专项')).toBe(false);
    expect(namesSameProject('湖东分局专项工作经费', '湖西分局专项工作经费')).toBe(false);
  });
});
