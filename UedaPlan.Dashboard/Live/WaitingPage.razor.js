// @ts-check
/** 準備中: asks whether the server is ready, and shows the page that was asked for as soon as it is. */

const EVERY_MS = 3_000;
const PATIENCE_MS = 8_000;

async function look() {
  const ready = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(a => a.ok, () => false);
  if (ready) location.reload();
  setTimeout(look, EVERY_MS); // also after a reload that did not happen
}

setTimeout(look, EVERY_MS);
