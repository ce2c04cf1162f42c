import { type BackOff, pauseBefore } from './back-off.ts';
import {
  type EventMessage,
  type LiveAct,
  type LiveDetail,
  liveProtocol,
  liveSubprotocol,
  type PresenceMessage,
  serverMessage,
  type ServerMessage,
  type SpeechMessage,
} from './live.ts';

/** What a client uses of a WebSocket: the one of a browser or of Node is such a thing. */
export type SocketLike = {
  send(text: string): void;
  close(code?: number): void;
  addEventListener(type: 'open' | 'close' | 'error', hear: () => void): void;
  addEventListener(type: 'message', hear: (message: { readonly data: unknown }) => void): void;
};

export type LiveClientSettings = BackOff & {
  /** `wss://court.example/v1/live` */
  readonly url: string;
  /** A token that holds now; asked again before every connection, and before one ends. */
  token(): Promise<string>;
  /** Makes a WebSocket; the global one unless told. */
  readonly socket?: (url: string, protocols: readonly string[]) => SocketLike;
  /** The connection was lost or could not be made; the next try comes after so many milliseconds. */
  onTrouble?(says: string, againMs: number): void;
  /** The connection stands again, or for the first time. */
  onOpen?(): void;
};

export type LiveRefusal = Extract<ServerMessage, { type: 'refused' }>['refusals'][number];

export type FollowHandlers = {
  /** Every event that may be seen, once, in order. */
  onEvent(event: EventMessage): void;
  /** Events up to this one are not for this reader. */
  onPassed?(seq: number): void;
  onSpeech?(speech: SpeechMessage): void;
  onPresence?(presence: PresenceMessage): void;
  /** Seats that are held, and number of events in the record: on entry, and when seats change. */
  onEntered?(entered: Extract<ServerMessage, { type: 'following' }>): void;
  /** What came after this is to be forgotten; it comes again. */
  onResync?(after: number): void;
  /** The court does not show this case, or no longer; nothing more comes. */
  onEnd(refusal: LiveRefusal): void;
};

export type ActAnswer =
  | { readonly kind: 'acknowledged'; readonly version: number }
  | { readonly kind: 'refused'; readonly refusals: readonly LiveRefusal[] };

/** One connection to a court, kept alive until it is closed. */
export type LiveClient = {
  follow(
    caseId: string,
    handlers: FollowHandlers,
    from?: { readonly after?: number; readonly detail?: LiveDetail },
  ): { readonly at: () => number; close(): void };
  /** Sends an act until it is answered, under its one id, over as many connections as it takes. */
  act(act: LiveAct): Promise<ActAnswer>;
  close(): void;
};

type Followed = {
  readonly handlers: FollowHandlers;
  readonly detail: LiveDetail;
  at: number;
};

type Pending = { readonly act: LiveAct; readonly answer: (answer: ActAnswer) => void };

/** How much earlier than its end another token is shown, in milliseconds. */
const renewMs = 30_000;

/** How often in a row a token may be said not to hold before nobody tries again. */
const mostUnwelcome = 2;

/**
 * Follows cases and acts in them over a WebSocket, and connects again, going on after the last event, as
 * often as the connection is lost.
 */
export function liveClient(settings: LiveClientSettings): LiveClient {
  const followed = new Map<string, Followed>();
  const pending = new Map<string, Pending>();
  const makeSocket =
    settings.socket ?? ((url, protocols) => new WebSocket(url, [...protocols]) as SocketLike);
  let socket: SocketLike | null = null;
  let isGreeted = false;
  let isClosed = false;
  let failures = 0;
  let unwelcome = 0;
  let lost = 'The connection was lost.';
  /** How long the server asked to be left alone. */
  let leaveAloneMs = 0;
  let timers: ReturnType<typeof setTimeout>[] = [];

  const say = (message: object): void => {
    if (isGreeted) socket?.send(JSON.stringify(message));
  };
  const sayFollow = (caseId: string, { at, detail }: Followed): void =>
    say({ type: 'follow', case: caseId, after: at, detail });
  const sayAct = (act: LiveAct): void => say({ type: 'act', ...act });

  const after = (ms: number, work: () => void): void => {
    timers.push(setTimeout(work, Math.min(ms, 2_147_483_647)));
  };
  function stopTimers(): void {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  }

  function connect(): void {
    settings.token().then(open, (error: unknown) => {
      lost = error instanceof Error ? error.message : String(error);
      again();
    });
  }

  function open(token: string): void {
    if (isClosed) return;
    const made = makeSocket(settings.url, [liveSubprotocol]);
    socket = made;
    let heard = true;
    const isOurs = (): boolean => socket === made;
    const cutOff = (): void => {
      if (!isOurs()) return;
      socket = null;
      isGreeted = false;
      stopTimers();
      made.close();
      again();
    };
    // Who accepts a connection and says nothing is given up.
    after(15_000, () => {
      if (!isGreeted) cutOff();
    });
    made.addEventListener('open', () => {
      if (isOurs()) made.send(JSON.stringify({ type: 'hello', protocol: liveProtocol, token }));
    });
    made.addEventListener('error', cutOff);
    made.addEventListener('close', cutOff);
    made.addEventListener('message', ({ data }) => {
      if (!isOurs() || typeof data !== 'string') return;
      heard = true;
      const read = serverMessage.safeParse(parsed(data));
      if (!read.success) return;
      if (read.data.type === 'welcome') {
        greeted(read.data, () => {
          if (!heard) return cutOff();
          heard = false;
          say({ type: 'ping', n: 0 });
        });
      } else take(read.data);
    });
  }

  function greeted(
    { heartbeatMs, expires }: Extract<ServerMessage, { type: 'welcome' }>,
    ping: () => void,
  ): void {
    const isFirst = !isGreeted;
    isGreeted = true;
    failures = 0;
    unwelcome = 0;
    stopTimers();
    const beat = (): void => {
      ping();
      // An act whose answer is long in coming may not have arrived; its id keeps it from being done twice.
      for (const { act } of pending.values()) sayAct(act);
      if (isGreeted) after(heartbeatMs, beat);
    };
    after(heartbeatMs, beat);
    after(Math.max(1_000, expires * 1_000 - Date.now() - renewMs), renew);
    if (!isFirst) return;
    settings.onOpen?.();
    for (const [caseId, one] of followed) sayFollow(caseId, one);
    for (const { act } of pending.values()) sayAct(act);
  }

  /** Another token on the same connection, so that nothing is interrupted. */
  function renew(): void {
    settings.token().then(
      (token) => say({ type: 'hello', protocol: liveProtocol, token }),
      // The connection ends with the old one, and the next try says what is wrong.
      () => {},
    );
  }

  function again(): void {
    if (isClosed) return;
    const wait = Math.max(leaveAloneMs, pauseBefore(failures, settings));
    failures += 1;
    leaveAloneMs = 0;
    settings.onTrouble?.(lost, wait);
    lost = 'The connection was lost.';
    after(wait, connect);
  }

  function take(message: Exclude<ServerMessage, { type: 'welcome' }>): void {
    switch (message.type) {
      case 'pong':
        return;
      case 'acknowledged':
        return answered(message.id, { kind: 'acknowledged', version: message.version });
      case 'refused':
        if (message.id !== null) {
          return answered(message.id, { kind: 'refused', refusals: message.refusals });
        }
        if (message.case !== null) end(message.case, message.refusals[0]);
        return;
      case 'dropped':
        if (message.case !== null) return dropped(message.case, message);
        lost = message.refusal.says;
        leaveAloneMs = message.retryAfterMs ?? 0;
        if (message.refusal.rule === 'LV3') unwelcome += 1;
        if (message.refusal.rule === 'LV2' || unwelcome >= mostUnwelcome) endAll(message.refusal);
        return;
      case 'following':
      case 'event':
      case 'passed':
      case 'speech':
      case 'presence':
      case 'resync': {
        const one = followed.get(message.case);
        if (one !== undefined) takeOf(one, message);
      }
    }
  }

  function takeOf(
    one: Followed,
    message: Extract<
      ServerMessage,
      { type: 'following' | 'event' | 'passed' | 'speech' | 'presence' | 'resync' }
    >,
  ): void {
    switch (message.type) {
      case 'event':
        if (message.seq <= one.at) return;
        one.at = message.seq;
        return one.handlers.onEvent(message);
      case 'passed':
        if (message.seq <= one.at) return;
        one.at = message.seq;
        return one.handlers.onPassed?.(message.seq);
      case 'resync':
        one.at = message.after;
        return one.handlers.onResync?.(message.after);
      case 'following':
        return one.handlers.onEntered?.(message);
      case 'speech':
        return one.handlers.onSpeech?.(message);
      case 'presence':
        return one.handlers.onPresence?.(message);
    }
  }

  function dropped(
    caseId: string,
    { refusal, retryAfterMs }: Extract<ServerMessage, { type: 'dropped' }>,
  ): void {
    const one = followed.get(caseId);
    if (one === undefined) return;
    if (retryAfterMs === null) return end(caseId, refusal);
    setTimeout(() => {
      if (followed.get(caseId) === one) sayFollow(caseId, one);
    }, retryAfterMs);
  }

  function answered(id: string, answer: ActAnswer): void {
    pending.get(id)?.answer(answer);
    pending.delete(id);
  }

  function end(caseId: string, refusal: LiveRefusal | undefined): void {
    const one = followed.get(caseId);
    followed.delete(caseId);
    if (refusal !== undefined) one?.handlers.onEnd(refusal);
  }

  function endAll(refusal: LiveRefusal): void {
    for (const caseId of followed.keys()) end(caseId, refusal);
    for (const id of pending.keys()) answered(id, { kind: 'refused', refusals: [refusal] });
    close();
  }

  function close(): void {
    isClosed = true;
    stopTimers();
    const last = socket;
    socket = null;
    isGreeted = false;
    last?.close(1000);
  }

  connect();
  return {
    follow(caseId, handlers, { after: at = 0, detail = 'lines' } = {}) {
      const one: Followed = { handlers, detail, at };
      followed.set(caseId, one);
      sayFollow(caseId, one);
      return {
        at: () => one.at,
        close() {
          if (followed.get(caseId) !== one) return;
          followed.delete(caseId);
          say({ type: 'unfollow', case: caseId });
        },
      };
    },
    act(act) {
      return new Promise((answer) => {
        pending.set(act.id, { act, answer });
        sayAct(act);
      });
    },
    close,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
