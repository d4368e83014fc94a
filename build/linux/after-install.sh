#!/bin/sh
# After the package was installed. `DPKG_ROOT` is set where that was done into a folder, not into this system.
set -e
root="${DPKG_ROOT:-}"
app='/opt/${sanitizedProductName}'

mkdir -p "$root/usr/bin"
ln -sf "$app/${executable}" "$root/usr/bin/${executable}"

# Chromium's sandbox lives on user namespaces. Only where the kernel has none it needs a helper that root owns.
if [ -L /proc/self/ns/user ] && unshare --user true 2>/dev/null; then
  chmod 0755 "$root$app/chrome-sandbox"
else
  chmod 4755 "$root$app/chrome-sandbox"
fi

[ -z "$root" ] || exit 0

if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database /usr/share/applications || true
fi

# Ubuntu 24 and later grant user namespaces to programs that have a profile.
profile="$app/resources/apparmor-profile"
if apparmor_status --enabled >/dev/null 2>&1 && apparmor_parser --skip-kernel-load "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
fi
