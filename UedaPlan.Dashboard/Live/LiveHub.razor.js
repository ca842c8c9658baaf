// @ts-check
/** ハブへの線: one connection to the plan's hub after the other, for ever; nothing in one of them can wait for ever. */

import { isLongLost, isTryDue, lost, lostAt, nextTryIn } from './LiveState.razor.js';

const SERVER_TIMEOUT_MS = 20_000;
const SILENT_MS = 10_000; // the server speaks every 8 s
const SERVER_LOOKS_MS = 3_000; // at its database
const RETRY_SOON_MS = 2_000; // spread over this, or all screens of a restarted server would ask in the same instant
const RETRY_LATER_MS = 10_000;
const START_MS = 10_000;
const NEGOTIATE_MS = 8_000;
const REFUSED = /Status code '40[13]'/;
const SOCKET_OR_POLLING = 1 | 4; // an event stream that never opens cannot be given up

/** @typedef {{ changed: (revision: number, build: string) => void, stale: (ageSeconds: number) => void, refused: () => void }} Words what the hub says */
/** @typedef {{ ended: Promise<void>, drop: () => void, onSocket: () => boolean }} Line over when "ended" settles; on a socket every word counts as contact */

let contactAt = Date.now();
let hurried = false;
let wake = () => {};
/** Whether the hub's last word was that its figures are current. */
export let well = false;
/** @type {Line | undefined} */
let line;

/** @param {Words} words @returns {Line} */
function openLine(words) {
  /** @type {WebSocket[]} */
  const sockets = [];
  class WatchedSocket extends WebSocket {
    /** @param {string} url @param {string[]} [protocols] */
    constructor(url, protocols) {
      super(url, protocols);
      sockets.push(this);
      this.addEventListener('message', () => { contactAt = Date.now(); });
    }
  }
  const { HubConnectionBuilder, LogLevel } = globalThis.signalR;
  const hub = new HubConnectionBuilder().withUrl('/hubs/plan', { transport: SOCKET_OR_POLLING, timeout: NEGOTIATE_MS, WebSocket: WatchedSocket })
    .configureLogging(LogLevel.None).build();
  hub.serverTimeoutInMilliseconds = SERVER_TIMEOUT_MS;
  hub.on('changed', (revision, build) => { well = true; words.changed(revision, build); });
  hub.on('stale', age => { well = false; words.stale(age); });
  let drop = () => {};
  const ended = new Promise(resolve => {
    drop = () => {
      hub.off('changed');
      hub.off('stale');
      void hub.stop().catch(() => {});
      sockets.forEach(s => s.close()); // the browser itself would wait minutes for a handshake that nobody answers
      resolve(undefined);
    };
    hub.onclose(drop);
    const limit = setTimeout(drop, START_MS);
    hub.start().then(() => clearTimeout(limit), error => {
      if (REFUSED.test(String(error))) words.refused();
      drop();
    });
  });
  return { ended, drop: () => drop(), onSocket: () => sockets.some(s => s.readyState === WebSocket.OPEN) };
}

/** A pause that ends early when somebody wants the connection now. @param {number} ms */
const pauseOrWake = ms => new Promise(resolve => { wake = () => resolve(undefined); nextTryIn(ms); setTimeout(wake, ms); });

/** Tries for ever: a page may wait for its server over a weekend. @param {Words} words */
export async function follow(words) {
  for (;;) {
    const triedAt = Date.now();
    line = openLine(words);
    await line.ended;
    well = false;
    lost(Date.now() - contactAt > SILENT_MS ? contactAt : Date.now());
    const later = isLongLost() ? RETRY_LATER_MS - (Date.now() - triedAt) : 0;
    if (!hurried) await pauseOrWake(Math.max(Math.random() * RETRY_SOON_MS, later));
    hurried = false;
  }
}

/** About every second: the words on the screen, and a silence that nobody told us of because the machine slept. */
export function beat() {
  if (line?.onSocket()) {
    if (Date.now() - contactAt > SERVER_TIMEOUT_MS) line.drop();
    else if (!well && isTryDue()) nextTryIn(SERVER_LOOKS_MS);
  } else if (well) contactAt = Date.now();
  if (lostAt > 0) lost();
}

/** A page with an open line cannot be kept for the way back. */
export function letGo() {
  line?.drop();
}

/** Shown again, thawed, back on the network, or asked to by hand. */
export function wakeUp() {
  if (line?.onSocket() && Date.now() - contactAt > SILENT_MS) {
    hurried = true;
    line.drop();
  }
  wake();
}
