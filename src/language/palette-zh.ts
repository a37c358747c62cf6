/** Strings of the command palette, in Chinese. */
export const paletteZh = {
  button: '查找',
  title: '查找并前往',
  placeholder: '部门、指标、科目、页面、设置：名称、代码或拼音首字母',
  groups: { bodies: '部门与年度', items: '指标与科目', views: '页面', actions: '设置与操作' } as Record<
    'bodies' | 'items' | 'views' | 'actions',
    string
  >,
  bodyYear: (body: string, year: string) => `${body} ${year}`,
  setting: (name: string, value: string) => `${name}：${value}`,
  open: '正在看',
  now: '当前',
  none: (query: string) => `没有与“${query}”相符的部门、指标、科目或页面。`,
  count: (shown: number, all: number) => (shown < all ? `共 ${all} 项，列出最相符的 ${shown} 项` : `${all} 项`),
  keys: '↑ ↓ 选择，回车前往，Esc 关闭',
};
