// @ts-check
/** 読み直し: a full load that does not end on the browser's own error page, where no script could help any more. */

const PATIENCE_MS = 10_000;
const RELOADED_FOR = 'plan-reloaded-for';

/** @param {Document} page */
export const buildOf = page => page.querySelector('meta[name="plan-build"]')?.getAttribute('content') ?? '';

/** A new build brings new styles and scripts: one full load once its page is there, never a second for the same build. @param {Document} fresh */
export const isNewBuild = fresh => buildOf(fresh) !== buildOf(document) && sessionStorage.getItem(RELOADED_FOR) !== buildOf(fresh);

/** @param {string} address */
async function ask(address) {
  const answer = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) });
  if (answer.status >= 500) throw new Error(`${address} answered ${answer.status}`);
  return answer;
}

/** Loads the page anew if it, its scripts and styles and the server are well; otherwise throws, and the page stays as it is. */
export async function reloadIfWell() {
  const fresh = new DOMParser().parseFromString(await (await ask(location.href)).text(), 'text/html');
  const parts = [...fresh.querySelectorAll('script[src], link[rel="stylesheet"]')].map(p => p.getAttribute('src') ?? p.getAttribute('href') ?? '');
  const answers = await Promise.all(parts.map(p => ask(new URL(p, document.baseURI).href)));
  const health = await ask('/health'); // last: between this answer and the load lies nothing
  if (!health.ok || answers.some(a => !a.ok)) throw new Error('the server is not well yet');
  sessionStorage.setItem(RELOADED_FOR, buildOf(fresh));
  location.reload();
  await new Promise(resolve => setTimeout(resolve, PATIENCE_MS));
  throw new Error('the load was not carried out');
}
