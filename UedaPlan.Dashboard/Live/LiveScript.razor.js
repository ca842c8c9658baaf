// @ts-check
/**
 * ライブ: follows the plan's hub and, at each signal, fetches this page's own address again and swaps the parts that changed.
 * Others listen to two events on the document: "plan:swapped" (blocks were replaced) and "plan:connection" (state changed).
 * "connected" is said only of figures that were confirmed since the last loss; data-beat on the root shows that this script runs.
 */

import { beat, follow, letGo, wakeUp, well } from './LiveHub.razor.js';
import { buildOf, isNewBuild, reloadIfWell } from './LiveReload.razor.js';
import { confirmed, lost, lostAt, nextTryIn } from './LiveState.razor.js';
import { rememberServed, sameBlocks, swap } from './LiveSwap.razor.js';

const BEAT_MS = 1_000;
const LOAD_AGAIN_MS = 10_000;
const FETCH_GRACE_MS = 6_000;
const FETCH_TIMEOUT_MS = 15_000;

/** @param {Document} page */
const revisionOf = page => Number(page.querySelector('meta[name="plan-revision"]')?.getAttribute('content') ?? '');

let shown = revisionOf(document);
let wanted = shown;
let asked = 0; // readings asked for, and the newest of them that was done
let done = 0;
let fetching = false;
let owedSince = 0; // since when a figure that was told of has not been read
let retry = 0;

/** @param {number} least @param {number} most */
const between = (least, most) => least + Math.random() * (most - least);

/** @param {number} ms */
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

function confirm() {
  owedSince = 0;
  confirmed();
}

/** The page as the server has it now. Where it cannot be swapped in, a full load is started instead. @returns {Promise<Document>} */
async function fetchPage() {
  const answer = await fetch(location.href, { cache: 'no-cache', headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  const gone = [401, 403, 404].includes(answer.status) || answer.redirected; // signed out, or no longer in the plan
  if (!gone && !answer.ok) throw new Error(`the page answered ${answer.status}`);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (gone || !sameBlocks(fresh)) await reloadIfWell();
  else if (isNewBuild(fresh)) await reloadIfWell().catch(() => {}); // a build with a file missing still has figures; the next reading tries again
  return fresh;
}

async function catchUp() {
  if (fetching) return;
  fetching = true;
  try {
    while (done < asked) {
      await pause(between(0, 50));
      const [turn, least] = [asked, wanted]; // a signal during the pause is answered by this reading, one during the reading by the next
      const fresh = await fetchPage();
      swap(fresh);
      shown = revisionOf(fresh);
      if (shown < least) throw new Error('another server answered, which has not read it yet');
      done = turn;
    }
    if (well) confirm();
  } catch {
    owedSince ||= Date.now();
    if (well) catchUpSoon(); // otherwise the hub's next word does
  } finally {
    fetching = false;
  }
}

function catchUpSoon() {
  const rest = between(1_000, 3_000);
  nextTryIn(rest);
  retry ||= setTimeout(catchUpAgain, rest);
}

function catchUpAgain() {
  clearTimeout(retry);
  retry = 0;
  void catchUp();
}

/** After a loss everything is read again, even at the same revision: the database may be a restored one. @param {number} revision @param {string} build */
function hear(revision, build) {
  wanted = revision;
  if (lostAt > 0 || revision !== shown || build !== buildOf(document)) {
    asked++;
    owedSince ||= Date.now();
  }
  if (done === asked) confirm();
  else void catchUp();
}

/** The server lives but cannot read its figures: for a reader that is no connection. @param {number} ageSeconds */
function doubt(ageSeconds) {
  lost(Date.now() - ageSeconds * 1000);
}

/** Signed out, or a display link withdrawn, while nobody was connected: the page itself knows what to say then. */
function refused() {
  asked++;
  void catchUp();
}

/** The page came while its scripts were being replaced: load it again as soon as the server is well. */
async function loadAgain() {
  lost();
  await reloadIfWell().catch(() => setTimeout(loadAgain, LOAD_AGAIN_MS));
}

function live() {
  document.documentElement.dataset.beat = String(Date.now());
  if (owedSince > 0 && Date.now() - owedSince > FETCH_GRACE_MS) lost(owedSince); // a signal without its page is no connection
  beat();
}

function comeBack() {
  wakeUp();
  if (retry > 0) catchUpAgain();
}

rememberServed();
document.addEventListener('plan:reconnect', comeBack);
document.addEventListener('visibilitychange', () => { if (!document.hidden) comeBack(); });
document.addEventListener('resume', comeBack);
addEventListener('pagehide', letGo);
for (const event of ['pageshow', 'online']) addEventListener(event, comeBack);
live();
setInterval(live, BEAT_MS);
if (globalThis.signalR) void follow({ changed: hear, stale: doubt, refused });
else setTimeout(loadAgain, LOAD_AGAIN_MS);
