/** Size of an entry in the directory of an OLE compound file. */
const ENTRY = 128;

/** Streams that tell what an OLE compound file holds, the most telling first. */
const CONTENTS: ReadonlyArray<readonly [stream: string, message: string]> = [
  [
    'EncryptedPackage',
    '设有打开密码，没有读入；请用密码打开，在“文件—信息—保护”里去掉密码（WPS：文件—文档加密），另存后再读入。',
  ],
  ['WordDocument', '是旧版文字文档（.doc 或 .wps）；请用 Word 或 WPS 打开，另存为 DOCX 再读入。'],
  ['Workbook', '是旧版电子表格（.xls 或 .et）；请用 Excel 或 WPS 打开，另存为 XLSX 再读入。'],
  ['Book', '是旧版电子表格（.xls 或 .et）；请用 Excel 或 WPS 打开，另存为 XLSX 再读入。'],
  ['PowerPoint Document', '是演示文稿；请读入部门公开的决算或预算文件（PDF、XLSX、DOCX 或网页）。'],
];

/** Why an OLE compound file (old Office, WPS, or an encrypted new one) is not read, and how to save it. */
export function compoundRefusal(bytes: Uint8Array): string {
  const held = CONTENTS.find(([stream]) => hasStream(bytes, stream));
  return held?.[1] ?? '是旧版 Office 或 WPS 文件；请打开后另存为 DOCX 或 XLSX 再读入。';
}

/**
 * Directory entries lie on multiples of their size and begin with their name in UTF-16, its length in bytes, with the
 * closing zero, at 64: looked for as such, a name in the running text is not taken for a stream.
 */
function hasStream(bytes: Uint8Array, name: string): boolean {
  for (let at = 512; at + ENTRY <= bytes.length; at += ENTRY) {
    if (bytes[at + 64] !== (name.length + 1) * 2 || bytes[at + 65] !== 0) continue;
    let same = 0;
    while (same < name.length && bytes[at + 2 * same] === name.charCodeAt(same) && bytes[at + 2 * same + 1] === 0) {
      same += 1;
    }
    if (same === name.length) return true;
  }
  return false;
}
