// @ts-check
/** 壁面の見張り: where the live script never came up or has stopped, the page is loaded anew, once the server answers that it is well. */

(() => {
  const EVERY_MS = 10_000;
  const SILENT_TURNS = 6; // counted, not measured: a clock set right must not look like a silence
  const PATIENCE_MS = 8_000;

  /** @type {string | undefined} */
  let heard;
  let silent = 0;

  async function watch() {
    const { beat } = document.documentElement.dataset;
    silent = beat === heard ? silent + 1 : 0;
    heard = beat;
    if (silent >= SILENT_TURNS) {
      const well = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(a => a.ok, () => false);
      if (well && document.documentElement.dataset.beat === heard) location.reload();
    }
    setTimeout(watch, EVERY_MS);
  }

  setTimeout(watch, EVERY_MS);
})();
