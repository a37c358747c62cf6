import type { Correction, Reading, ReadingProgress } from './collection.ts';
import type { ReadingAddresses, ReadingAnswer, ReadingRequest } from './worker-messages.ts';

export interface ReadOptions {
  correction?: Correction;
  onProgress?: (progress: ReadingProgress) => void;
  signal?: AbortSignal;
}

interface Job {
  request: ReadingRequest;
  options: ReadOptions;
  settle: (outcome: Reading[] | Error | DOMException) => void;
}

/**
 * Reads files one after the other in a worker. A reading that is aborted ends the worker; the next file gets another. Nothing
 * is kept running when no file waits.
 */
export class ReadingQueue {
  readonly #addresses: ReadingAddresses;
  #waiting: Job[] = [];
  #running: Job | null = null;
  #worker: Worker | null = null;

  constructor(addresses: ReadingAddresses) {
    this.#addresses = addresses;
  }

  /** Rejects with an Error whose message is for the reader, or with an AbortError. */
  read(file: File, options: ReadOptions = {}): Promise<Reading[]> {
    return new Promise((resolve, reject) => {
      const aborted = () => new DOMException(`${file.name}：已取消`, 'AbortError');
      if (options.signal?.aborted) return reject(aborted());
      const stop = () => this.#drop(job, aborted());
      const job: Job = {
        request: { file, correction: options.correction ?? {}, addresses: this.#addresses },
        options,
        settle: (outcome) => {
          options.signal?.removeEventListener('abort', stop);
          if (Array.isArray(outcome)) resolve(outcome);
          else reject(outcome);
        },
      };
      options.signal?.addEventListener('abort', stop);
      this.#waiting.push(job);
      this.#next();
    });
  }

  #next(): void {
    if (this.#running !== null) return;
    this.#running = this.#waiting.shift() ?? null;
    if (this.#running === null) {
      this.#end();
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.postMessage(this.#running.request);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module', name: 'reading' });
    worker.addEventListener('message', ({ data }: MessageEvent<ReadingAnswer>) => {
      if (worker !== this.#worker || this.#running === null) return;
      if ('progress' in data) this.#running.options.onProgress?.(data.progress);
      else if ('readings' in data) this.#finish(data.readings);
      // Not ours is what pdf.js says when it finds itself in a worker: "ready", to a page of its own that is not there.
      else if ('error' in data) this.#finish(new Error(data.error));
    });
    const fail = (detail: string) => {
      if (worker !== this.#worker || this.#running === null) return;
      this.#end();
      this.#finish(new Error(`${this.#running.request.file.name} 没有读完：读取程序中断了（${detail}）；可再试一次。`));
    };
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      fail(event.message || '脚本没能载入');
    });
    worker.addEventListener('messageerror', () => fail('结果没能传回'));
    return worker;
  }

  #finish(outcome: Reading[] | Error): void {
    const job = this.#running!;
    this.#running = null;
    job.settle(outcome);
    this.#next();
  }

  #drop(job: Job, reason: DOMException): void {
    if (job === this.#running) {
      this.#end();
      this.#running = null;
    }
    this.#waiting = this.#waiting.filter((other) => other !== job);
    job.settle(reason);
    this.#next();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
