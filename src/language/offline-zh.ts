export const offlineZh = {
  version: (version: string, documents: number) => `随页数据版本 ${version}（${documents} 份文件）。`,
  states: {
    impossible: '离线使用需要 https 或本机（localhost）地址：这个地址上浏览器不保存网页，断网时须有服务器。',
    saving: '正在把程序和数据保存到本机，供断网时使用……',
    failed: '没能保存到本机，断网时不能打开；联网时不受影响，下次打开会再试。',
    ready: '程序和数据已保存到本机，断网也能打开。',
    update: '新版本已保存到本机。',
  } as Record<string, string>,
  update: '有新版本（程序和数据一起更新），已下载完毕。',
  use: '换用新版本',
};
