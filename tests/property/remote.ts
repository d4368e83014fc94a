/** The core, as the window under test reaches it. */
import type { Bridge } from '../../src/shared/bridge';
import type { AppEvent } from '../../src/shared/contract';

export interface Remote {
  readonly bridge: Bridge;
  /** Ends the core's turns and opens its library anew, as a restart of the app does. */
  restart(): Promise<void>;
  close(): void;
}

/** Resolves when events are heard. */
export async function connect(address: string): Promise<Remote> {
  const listeners = new Set<(event: unknown) => void>();
  const events = new EventSource(`${address}/events`);
  events.onmessage = ({ data }) => {
    const event = JSON.parse(String(data)) as AppEvent;
    for (const listen of listeners) listen(event);
  };
  await new Promise((open) => (events.onopen = open));
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${address}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    return response.json();
  };
  return {
    bridge: {
      call: (name, input) => post('call', { name, input }),
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    restart: async () => {
      await post('restart', {});
    },
    close: () => events.close(),
  };
}
