import type { Claim, Disclosure, Figure, Place } from '../../src/ingest/disclosure.ts';

const PLACE: Place = {
  section: '公开08表 “三公”经费支出决算表',
  row: '公务接待费',
  column: '决算数',
  line: 300,
  page: null,
};

/** A small disclosure of a body that does not exist, with one item of each kind. */
export function sampleDisclosure(changes: Partial<Disclosure> = {}): Disclosure {
  return {
    document_id: 'sample-2024-final-accounts',
    title: '示例局 2024 年度部门决算',
    kind: 'final_accounts',
    fiscal_year: 2024,
    department_id: 'sample',
    text_origin: 'machine_read',
    source_name: 'sample.txt',
    source_sha256: 'ab'.repeat(32),
    source_format: 'text',
    bodies: [
      {
        department_id: 'sample',
        name: '示例局',
        body_level: 'department',
        parent_id: null,
        region: '示例市',
        administrative_level: 'city',
        founded_year: null,
        founded_evidence: null,
      },
    ],
    sections: [
      {
        id: 'three_public',
        title: '公开08表 “三公”经费支出决算表',
        kind: 'statement',
        status: 'data',
        line: 290,
        rows: 6,
        figures: 1,
        claims: 0,
        numbers_seen: 2,
        unplaced: [{ text: '7,8', line: 301, section: '公开08表', reason: '不是一个数' }],
      },
    ],
    figures: [sampleFigure()],
    claims: [sampleClaim()],
    projects: [
      {
        department_id: 'sample',
        fiscal_year: 2024,
        annex: '附件4—1',
        project_name: '监测项目',
        unit_name: '示例局本级',
        initial_budget: '10',
        revised_budget: null,
        executed: '9.5',
        stated_execution_pct: '95',
        execution_score: '9.5',
        score: '98',
        outside_department: false,
        outside_evidence: null,
        place: PLACE,
      },
    ],
    indicators: [
      {
        department_id: 'sample',
        fiscal_year: 2024,
        annex: '附件4—1',
        project_name: null,
        level_1: '产出指标',
        level_2: '数量指标',
        level_3: '监测次数',
        target: '≥90%',
        achieved: '一行\n"两行", 三',
        weight: '10',
        score: null,
        place: PLACE,
      },
    ],
    ...changes,
  };
}

export function sampleFigure(changes: Partial<Figure> = {}): Figure {
  return {
    department_id: 'sample',
    fiscal_year: 2024,
    statement: 'three_public',
    side: 'expenditure',
    row_code: 'reception',
    row_name: '公务接待费',
    level: null,
    parent_code: 'three_public',
    column_key: 'actual',
    column_name: '决算数',
    fund: 'fiscal',
    amount: '-565.63',
    unit: '万元',
    is_blank: false,
    published_text: '-565.63',
    published_unit: '万元',
    half_width: '0.005',
    budget_kind: null,
    budget_evidence: null,
    quarantine: null,
    place: PLACE,
    ...changes,
  };
}

export function sampleClaim(changes: Partial<Claim> = {}): Claim {
  return {
    department_id: 'sample',
    fiscal_year: 2024,
    section_no: '八',
    section_title: '“三公”经费',
    sentence: 1,
    subject: '“三公”经费',
    measure: 'three_public',
    subject_code: null,
    fund: null,
    kind: 'change_pct',
    column_key: null,
    base: 'prior_actual',
    direction: 'decrease',
    stated_text: '下降 4.4%',
    stated_value: '-4.4',
    unit: '%',
    half_width: '0.05',
    is_detail: false,
    place: { ...PLACE, row: null, column: null, page: 12 },
    ...changes,
  };
}

/** Of the snapshot of sampleDisclosure(), wherever and however often it is written. */
export const SAMPLE_SHA256 = 'ea79d19e1fd6eda112b501b8cf64ec83bcf41030c58ec52c247fd7b032b8b9b9';
