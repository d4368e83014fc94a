/** `Notification`: nobody sees it; a spec finds it in `globalThis.__standin.notifications`, and clicks. */
import { EventEmitter } from 'node:events';
import { emitsOnly } from './events.ts';

const notifications: Notification[] = [];
Object.assign((globalThis as unknown as { __standin: object }).__standin, { notifications });

export class Notification extends EventEmitter {
  readonly title: string;
  readonly body: string;

  constructor({ title = '', body = '' }: { title?: string; body?: string } = {}) {
    super();
    this.title = title;
    this.body = body;
    emitsOnly(this, 'Notification', 'newListener show click close');
  }

  show(): void {
    notifications.push(this);
    this.emit('show', {});
  }
  close(): void {
    this.emit('close', {});
  }

  static isSupported = (): boolean => true;
}
