// @ts-check
/**
 * ライブ: follows the plan's hub and, at each signal, fetches this page's own address again and swaps the parts that changed.
 * Others listen to two events on the document: "plan:swapped" (blocks were replaced) and "plan:connection" (state changed).
 */

const SERVER_TIMEOUT_MS = 20_000;
const RETRY_SOON_MS = 2_000; // spread over this, or all screens of a restarted server would ask in the same instant
const RETRY_LATER_MS = 10_000;
const LOST_AFTER_MS = 30_000;

/** @typedef {'connecting' | 'connected' | 'reconnecting' | 'disconnected'} State */

/** What the server sent for each block, before any script touched it. @type {WeakMap<Element, string>} */
const served = new WeakMap();

/** @param {string} name */
const meta = name => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';

let shown = Number(meta('plan-revision'));
let wanted = shown;
let fetching = false;
let lostAt = 0;
let nextTryAt = 0;
let wake = () => {};

/** @param {ParentNode} root */
const liveBlocks = root => [...root.querySelectorAll('[data-live][id]')];

/** @param {number} least @param {number} most */
const between = (least, most) => least + Math.random() * (most - least);

/** @param {number} ms */
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

/** A pause that ends early when somebody wants the connection now. @param {number} ms */
const pauseOrWake = ms => new Promise(resolve => { wake = () => resolve(undefined); nextTryAt = Date.now() + ms; setTimeout(wake, ms); });

/** @param {State} state */
function say(state) {
  if (state === 'connected') lostAt = 0;
  document.dispatchEvent(new CustomEvent('plan:connection', { detail: { state, lostAt, nextTryAt } }));
}

function lost() {
  lostAt ||= Date.now();
  say(Date.now() - lostAt > LOST_AFTER_MS ? 'disconnected' : 'reconnecting');
}

/** Swaps what changed, in place: scroll, focus, and opened details stay. @param {Document} fresh */
function swap(fresh) {
  const changed = [];
  for (const next of liveBlocks(fresh)) {
    const old = document.getElementById(next.id);
    if (!old || served.get(old) === next.outerHTML) continue;
    served.set(next, next.outerHTML);
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const opened = [...old.querySelectorAll('details')].map(d => d.open);
    const incoming = document.adoptNode(next);
    old.replaceWith(incoming);
    incoming.querySelectorAll('details').forEach((d, i) => { if (i < opened.length) d.open = opened[i]; });
    if (focused) refocus(incoming, focused);
    changed.push(incoming);
  }
  document.title = fresh.title;
  if (changed.length > 0) document.dispatchEvent(new CustomEvent('plan:swapped', { detail: { changed } }));
}

/** @param {Element} block @param {Element} before */
function refocus(block, before) {
  const href = before.getAttribute('href');
  const same = before.id ? document.getElementById(before.id) : href ? block.querySelector(`[href="${CSS.escape(href)}"]`) : null;
  const target = same ?? (block.matches('a[href]') ? block : null);
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

/** A page whose blocks are others than ours (an indicator came or went) cannot be swapped piece by piece. @param {Document} fresh */
const sameBlocks = fresh => liveBlocks(fresh).map(b => b.id).join() === liveBlocks(document).map(b => b.id).join();

async function catchUp() {
  if (fetching) return;
  fetching = true;
  try {
    while (shown < wanted) {
      await pause(between(0, 50));
      const target = wanted;
      const answer = await fetch(location.href, { cache: 'no-cache', headers: { Accept: 'text/html' } });
      if ([401, 403, 404].includes(answer.status) || answer.redirected) return location.reload(); // signed out, or no longer in the plan
      if (!answer.ok) throw new Error(`the page answered ${answer.status}`);
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!sameBlocks(fresh)) return location.reload();
      swap(fresh);
      const revision = Number(fresh.querySelector('meta[name="plan-revision"]')?.getAttribute('content'));
      shown = Math.max(target, revision || 0);
    }
  } catch {
    setTimeout(catchUp, between(1_000, 3_000)); // the server is there but the page is not yet
  } finally {
    fetching = false;
  }
}

/** @param {number} revision @param {string} build */
function hear(revision, build) {
  say('connected');
  if (build !== meta('plan-build')) return reloadFor(build);
  if (revision < shown) shown = 0; // a database restored from a backup starts lower: read again
  wanted = revision;
  if (shown < wanted) void catchUp();
}

/** A new build brings new styles and scripts: one full reload, and never a second for the same build. @param {string} build */
function reloadFor(build) {
  if (sessionStorage.getItem('plan-reloaded-for') === build) return;
  sessionStorage.setItem('plan-reloaded-for', build);
  setTimeout(() => location.reload(), between(0, 2_000));
}

const hub = new globalThis.signalR.HubConnectionBuilder().withUrl('/hubs/plan').configureLogging(globalThis.signalR.LogLevel.None).build();
hub.serverTimeoutInMilliseconds = SERVER_TIMEOUT_MS;
hub.on('changed', hear);
hub.onclose(() => { lost(); void connect(); });

/** Tries for ever: a page may wait for its server over a weekend. */
async function connect() {
  while (hub.state === 'Disconnected') {
    if (lostAt > 0) await pauseOrWake(Date.now() - lostAt < LOST_AFTER_MS ? between(0, RETRY_SOON_MS) : RETRY_LATER_MS);
    await hub.start().catch(lost);
  }
}

for (const block of liveBlocks(document)) served.set(block, block.outerHTML);
document.addEventListener('plan:reconnect', () => wake());
setInterval(() => { if (lostAt > 0) lost(); }, 1_000);
void connect();
