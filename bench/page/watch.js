/**
 * Put into the built page before its own scripts (a classic script: it is given to the browser as it stands). Times are
 * milliseconds.
 */
(() => {
  /** No change for so long, and nothing awaited: the page stands. */
  const QUIET = 400;
  const LONGEST_WAIT = 60_000;

  const isWaiting = () => document.querySelector('main [aria-busy=true]') !== null;

  /** Everything the reader waits for is there: no panel waits, and every panel with rows has its chart. */
  const isDrawn = () => {
    const ready = [...document.querySelectorAll('section.panel[data-status=ready]')];
    return ready.every((panel) => panel.querySelector('svg.marks') !== null) && !isWaiting();
  };
  const isOpen = () => document.querySelector('section.panel[data-status=ready]') !== null && isDrawn();

  /**
   * Acts, and resolves with the time from then to the frame that shows the last change that came of it, and to the moment
   * when no part of the page waited for rows any more. A change is seen before it is painted; the message after the
   * animation frame comes when it is. Where nothing changes at all it rejects.
   * @param {() => void} act
   * @param {() => boolean} isDone
   * @returns {Promise<{ painted: number, rows: number }>}
   */
  function painted(act, isDone) {
    return new Promise((resolve, reject) => {
      let changed = performance.now();
      let frame = -Infinity;
      /** @type {number | null} */
      let rows = null;
      const observer = new MutationObserver(() => {
        changed = performance.now();
        rows = isWaiting() ? null : (rows ?? changed);
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            frame = performance.now();
            port1.close();
          };
          port2.postMessage(null);
        });
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      const start = performance.now();
      act();
      const timer = setInterval(() => {
        const now = performance.now();
        const late = now - start > LONGEST_WAIT;
        if (!late && (now - changed < QUIET || frame < changed || !isDone())) return;
        clearInterval(timer);
        observer.disconnect();
        if (late) reject(new Error(`The page was not drawn in ${LONGEST_WAIT / 1000} s.`));
        else resolve({ painted: frame - start, rows: (rows ?? start) - start });
      }, 50);
    });
  }

  /** @param {string} label @returns {HTMLSelectElement} */
  function select(label) {
    const choices = [...document.querySelectorAll('label.choice')];
    const found = choices.find((choice) => choice.querySelector('span')?.textContent === label);
    const element = found?.querySelector('select');
    if (!element) throw new Error(`The page has no choice "${label}".`);
    return element;
  }

  /** @type {{ longest: number, tasks: number, stop: () => void } | null} */
  let watching = null;
  let emptyTurns = 0;

  const isShown = () => document.querySelector('dialog[open] section.found:not([aria-busy=true])') !== null;

  const begun = performance.now();
  const opening = painted(() => {}, isOpen).then(({ painted }) => begun + painted);

  /** @type {import('./watched.ts').BenchWatch} */
  const benchWatch = {
    opened: () => opening,

    options: (label) => select(label).options.length,

    chooseNext: (label) => {
      const element = select(label);
      return painted(() => {
        element.selectedIndex = (element.selectedIndex + 1) % element.options.length;
        element.dispatchEvent(new Event('change', { bubbles: true }));
      }, isDrawn);
    },

    emptyTurn: () =>
      painted(
        () => document.documentElement.setAttribute('data-empty-turn', String((emptyTurns += 1))),
        () => true,
      ),

    fileShown: () =>
      new Promise((resolve, reject) => {
        document.addEventListener(
          'change',
          () => painted(() => {}, isShown).then(({ painted }) => resolve(painted), reject),
          { capture: true, once: true },
        );
      }),

    watchFrames: () => {
      const watch = { longest: 0, tasks: 0, stop: () => {} };
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) watch.tasks = Math.max(watch.tasks, duration);
      });
      observer.observe({ type: 'longtask' });
      let last = performance.now();
      /** @type {number} */
      let frame = requestAnimationFrame(function next() {
        const now = performance.now();
        watch.longest = Math.max(watch.longest, now - last);
        last = now;
        frame = requestAnimationFrame(next);
      });
      watch.stop = () => {
        cancelAnimationFrame(frame);
        for (const { duration } of observer.takeRecords()) watch.tasks = Math.max(watch.tasks, duration);
        observer.disconnect();
      };
      watching = watch;
    },

    framesWatched: () => {
      if (watching === null) throw new Error('watchFrames() comes first.');
      watching.stop();
      return { longestGap: watching.longest, longestTask: watching.tasks };
    },
  };

  Object.assign(globalThis, { benchWatch });
})();
