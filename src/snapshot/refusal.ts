export type RefusalReason = 'missing' | 'damaged' | 'version' | 'entry' | 'unreadable';

/** A snapshot that is not loaded. The others are. */
export interface Refusal {
  /** Its file name. */
  name: string;
  reason: RefusalReason;
  /** For the reader: what is wrong and what to do. */
  message: string;
}

const TEXTS: Record<RefusalReason, (name: string, detail: string) => string> = {
  missing: (name, detail) => `数据快照 ${name} 读取不到${inBrackets(detail)}：请补回该文件，或重新运行 npm run ingest`,
  damaged: (name, detail) =>
    `数据快照 ${name} 与清单的校验值不符${inBrackets(detail)}，可能已损坏或被改动：请重新下载，或重新运行 npm run ingest`,
  version: (name, detail) =>
    `数据快照 ${name} 的格式版本不符${inBrackets(detail)}：请用当前版本重新运行 npm run ingest`,
  entry: (name, detail) => `数据清单中 ${name} 的条目不完整${inBrackets(detail)}：请重新运行 npm run ingest`,
  unreadable: (name, detail) => `数据快照 ${name} 无法载入${inBrackets(detail)}：请用当前版本重新运行 npm run ingest`,
};

/** A refusal with its message; `detail` is put in brackets behind what is wrong. */
export function refusalOf(reason: RefusalReason, name: string, detail = ''): Refusal {
  return { name, reason, message: TEXTS[reason](name, detail) };
}

function inBrackets(detail: string): string {
  return detail === '' ? '' : `（${detail}）`;
}
