import type { PDFDocumentProxy } from 'pdfjs-dist';
import { IngestError } from '../../ingest-error.ts';
import type { Operators } from './rules.ts';

export interface OpenPdf {
  document: PDFDocumentProxy;
  operators: Operators;
  close(): Promise<void>;
}

/**
 * Opens a PDF with pdf.js on this thread: in the page that is a worker of its own. `characterMaps` is the folder of
 * pdf.js's CMaps, a URL or a path with "/" at its end: fonts that are not in the file need them to be read.
 * Rejects with IngestError for a password, and for bytes that are no sound PDF.
 */
export async function openPdf(bytes: Uint8Array, fileName: string, characterMaps: string | null): Promise<OpenPdf> {
  standInForCanvas();
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Given here, it is not looked for at an address.
  const scope = globalThis as { pdfjsWorker?: unknown };
  // @ts-expect-error The package has no types for its worker.
  scope.pdfjsWorker ??= (await import('pdfjs-dist/legacy/build/pdf.worker.mjs')) as unknown;
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes away from its caller.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    stopAtErrors: false,
    verbosity: 0,
    ...(characterMaps === null ? {} : characterMapsFrom(characterMaps)),
  });
  try {
    const document = await task.promise;
    return { document, operators: operatorsOf(pdfjs.OPS), close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    if (error instanceof Error && error.name === 'PasswordException')
      throw new IngestError(`${fileName} 是加密的 PDF，需要密码才能打开；请用密码打开后另存为不加密的 PDF 再读入。`, {
        cause: error,
      });
    throw new IngestError(
      `${fileName} 不是完整的 PDF（${error instanceof Error ? error.message : String(error)}）；请重新下载或重新导出。`,
      { cause: error },
    );
  }
}

function characterMapsFrom(folder: string) {
  const maps = { cMapUrl: folder, cMapPacked: true };
  if (!/^https?:/.test(folder)) return maps;
  // pdf.js's own way to an address asks the document for its base, and a worker has no document.
  class Fetching {
    async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
      const response = await fetch(`${folder}${filename}`);
      if (!response.ok) throw new Error(`${folder}${filename}: HTTP ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    }
  }
  return { ...maps, BinaryDataFactory: Fetching };
}

function operatorsOf(names: Readonly<Record<string, number>>): Operators {
  const numbers = (...wanted: string[]): number[] => wanted.map((name) => names[name]!);
  return {
    save: names.save!,
    restore: names.restore!,
    transform: names.transform!,
    formBegin: names.paintFormXObjectBegin!,
    formEnd: names.paintFormXObjectEnd!,
    path: names.constructPath!,
    textMode: names.setTextRenderingMode!,
    strokes: numbers('stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'),
    fills: numbers('fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'),
    pictures: numbers(
      'paintImageXObject',
      'paintInlineImageXObject',
      'paintImageMaskXObject',
      'paintImageXObjectRepeat',
      'paintInlineImageXObjectGroup',
      'paintImageMaskXObjectGroup',
      'paintImageMaskXObjectRepeat',
    ),
  };
}

/** pdf.js makes a matrix while it loads, for drawing; here nothing is drawn, and Node has none. */
function standInForCanvas(): void {
  const scope = globalThis as { DOMMatrix?: unknown };
  scope.DOMMatrix ??= class {};
}
