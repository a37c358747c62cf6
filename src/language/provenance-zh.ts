/** Strings of the source dialog beyond the figure itself, in Chinese. */
export const provenanceZh = {
  parts: { statement: '报表', row: '行', column: '列', page: '页', line: '文本行' } as Record<string, string>,
  /** A place in one line. */
  place: ({
    statement,
    row,
    column,
    page,
    line,
  }: Record<'statement' | 'row' | 'column' | 'page' | 'line', string | null>) =>
    [
      statement,
      row === null ? null : `行「${row}」`,
      column === null ? null : `列「${column}」`,
      page === null ? null : `第 ${page} 页`,
      line === null ? null : `第 ${line} 行`,
    ]
      .filter((part) => part !== null)
      .join('·'),
  snapshot: '数据快照',
  checks: {
    heading: '参加的核对',
    waiting: '正在查找参加过的核对…',
    failed: '核对结果没有取得',
    none: '没有找到这个数参加过的核对。',
    noPlace: '没有记录位置，不知道是否参加过核对。',
    count: (all: number, counts: readonly string[]) => `共 ${all} 处核对：${counts.join('，')}。`,
    counted: (count: number, verdict: string) => `${count} 处${verdict}`,
    agreeing: (count: number) => `一致的 ${count} 处`,
    against: (own: string, other: string) => `${own}；${other}`,
    open: '打开这处核对',
  },
  sql: '计算用的 SQL',
  openInConsole: '在 SQL 查询页打开（本部门、本年度）',
  consoleTooLong: '语句太长，放不进地址；请复制后到 SQL 查询页粘贴。',
};
