// @ts-check
/**
 * ライブ: follows the plan's hub and, at each signal, fetches this page's own address again and swaps the parts that changed.
 * Others listen to two events on the document: "plan:swapped" (blocks were replaced) and "plan:connection" (state changed).
 */

import { rememberServed, sameBlocks, swap } from './LiveSwap.razor.js';

const SERVER_TIMEOUT_MS = 20_000;
const RETRY_SOON_MS = 2_000; // spread over this, or all screens of a restarted server would ask in the same instant
const RETRY_LATER_MS = 10_000;
const LOST_AFTER_MS = 30_000;
const FETCH_TIMEOUT_MS = 15_000;

/** @typedef {'connecting' | 'connected' | 'reconnecting' | 'disconnected'} State */

/** @param {string} name @param {Document} page */
const meta = (name, page = document) => page.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';

let shown = Number(meta('plan-revision'));
let wanted = shown;
let fetching = false;
let lostAt = 0;
let nextTryAt = 0;
let failingSince = 0;
let retry = 0;
let wake = () => {};

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

/** @param {number} since */
function lost(since = Date.now()) {
  lostAt ||= since;
  say(Date.now() - lostAt > LOST_AFTER_MS ? 'disconnected' : 'reconnecting');
}

/** The page as the server has it now; null where a full load was started instead. @returns {Promise<Document | null>} */
async function fetchPage() {
  const answer = await fetch(location.href, { cache: 'no-cache', headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  const gone = [401, 403, 404].includes(answer.status) || answer.redirected; // signed out, or no longer in the plan
  if (!gone && !answer.ok) throw new Error(`the page answered ${answer.status}`);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!gone && sameBlocks(fresh) && !isNewBuild(fresh)) return fresh;
  location.reload();
  return null;
}

/** A new build brings new styles and scripts: one full load once its page is there, never a second for the same build. @param {Document} fresh */
function isNewBuild(fresh) {
  const build = meta('plan-build', fresh);
  if (build === meta('plan-build') || sessionStorage.getItem('plan-reloaded-for') === build) return false;
  sessionStorage.setItem('plan-reloaded-for', build);
  return true;
}

async function catchUp() {
  if (fetching) return;
  fetching = true;
  try {
    while (shown < wanted) {
      await pause(between(0, 50));
      const fresh = await fetchPage();
      if (!fresh) return;
      swap(fresh);
      shown = Number(meta('plan-revision', fresh));
      if (shown < wanted) throw new Error('another server answered, which has not read it yet');
    }
    failingSince = 0;
    say('connected');
  } catch {
    failingSince ||= Date.now();
    if (Date.now() - failingSince > LOST_AFTER_MS) lost(failingSince); // a signal without its page is no connection
    retry ||= setTimeout(() => { retry = 0; void catchUp(); }, between(1_000, 3_000));
  } finally {
    fetching = false;
  }
}

/** @param {number} revision @param {string} build */
function hear(revision, build) {
  if (failingSince === 0) say('connected');
  if (revision < shown || build !== meta('plan-build')) shown = -1; // a restored database starts lower; another build may bring another page
  wanted = revision;
  if (shown < wanted) void catchUp();
}

/** Tries for ever: a page may wait for its server over a weekend. @param {any} hub */
async function connect(hub) {
  while (hub.state === 'Disconnected') {
    if (lostAt > 0) await pauseOrWake(Date.now() - lostAt < LOST_AFTER_MS ? between(0, RETRY_SOON_MS) : RETRY_LATER_MS);
    await hub.start().catch(() => lost());
  }
}

function listen() {
  const hub = new globalThis.signalR.HubConnectionBuilder().withUrl('/hubs/plan').configureLogging(globalThis.signalR.LogLevel.None).build();
  hub.serverTimeoutInMilliseconds = SERVER_TIMEOUT_MS;
  hub.on('changed', hear);
  hub.onclose(() => { lost(); void connect(hub); });
  void connect(hub);
}

/** The page came while its scripts were being replaced: load it again as soon as the server is well. */
async function loadAgain() {
  lost();
  const well = await fetch('/health', { cache: 'no-store' }).then(a => a.ok, () => false);
  if (well) location.reload();
  else setTimeout(loadAgain, RETRY_LATER_MS);
}

rememberServed();
document.addEventListener('plan:reconnect', () => wake());
setInterval(() => { if (lostAt > 0) lost(); }, 1_000);
if (globalThis.signalR) listen();
else setTimeout(loadAgain, RETRY_LATER_MS);
