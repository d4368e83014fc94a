let pending: readonly string[] = [];

/** Tells a screen reader something that happened away from the focus. */
export function announce(text: string): void {
  if (document.body.ariaNotify) return document.body.ariaNotify(text, { priority: 'normal' });
  pending = [...pending, text];
  if (pending.length > 1) return;
  const region = fallbackRegion();
  region.textContent = '';
  // A change after the next frame is heard even when the words are the same.
  requestAnimationFrame(() => {
    region.textContent = pending.join(' ');
    pending = [];
  });
}

function fallbackRegion(): HTMLElement {
  const known = document.getElementById('announcements');
  if (known) return known;
  const region = document.createElement('div');
  region.id = 'announcements';
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return region;
}
