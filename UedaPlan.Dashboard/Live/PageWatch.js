/* 見張り: where a script of the page never came up or has stopped, the page is loaded anew, once the server answers that it is well. */
(() => {
  const EVERY_MS = 10_000;
  const SILENT_TURNS = 6; // counted, not measured: a clock set right must not look like a silence
  const PATIENCE_MS = 8_000;
  const PULSES = ['beat', 'marks', 'tick']; // of the live script, of the marks, of the wall

  const feel = () => PULSES.map(pulse => document.documentElement.dataset[pulse]);
  let felt = feel();
  let silent = 0;

  async function watch() {
    const now = feel();
    silent = now.every((pulse, i) => pulse !== felt[i]) ? 0 : silent + 1;
    felt = now;
    if (silent >= SILENT_TURNS) {
      const well = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(a => a.ok, () => false);
      if (well) location.reload();
    }
    setTimeout(watch, EVERY_MS);
  }

  setTimeout(watch, EVERY_MS);
})();
