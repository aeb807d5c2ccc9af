import type { Model } from "../src/model";

/** What a widget sent to Python. */
export interface Sent {
  content: unknown;
  buffers: ArrayBuffer[];
}

/** A model without a kernel: it holds traits, calls who listens, and keeps what was sent. */
export interface FakeModel<T> extends Model<T> {
  readonly sent: Sent[];
  readonly saves: number;
  /** Let a message of Python arrive. */
  receive(message: unknown, buffers?: DataView[]): void;
}

export function fakeModel<T extends object>(traits: T): FakeModel<T> {
  const held = { ...traits };
  const listeners = new Map<string, Set<(...args: never[]) => void>>();
  const sent: Sent[] = [];
  let saves = 0;
  const call = (event: string, ...args: unknown[]): void => {
    listeners.get(event)?.forEach((one) => (one as (...a: unknown[]) => void)(...args));
  };
  return {
    sent,
    get saves() {
      return saves;
    },
    get: (name) => held[name],
    set: (name, value) => {
      if (held[name] === value) return;
      held[name] = value;
      call(`change:${name}`);
    },
    save_changes: () => {
      saves += 1;
    },
    on: (event, callback) => {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(callback));
    },
    off: (event, callback) => {
      listeners.get(event)?.delete(callback);
    },
    send: (content, _callbacks, buffers = []) => {
      sent.push({ content, buffers });
    },
    receive: (message, buffers = []) => call("msg:custom", message, buffers),
  };
}
