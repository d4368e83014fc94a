#!/bin/sh
# After the package was removed: dpkg says so in a word, rpm by counting the versions that are left.
set -e
root="${DPKG_ROOT:-}"

case "$1" in
  remove | purge | 0) ;;
  *) exit 0 ;;
esac

rm -f "$root/usr/bin/${executable}"

[ -z "$root" ] || exit 0

profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
  apparmor_parser --remove "$profile" >/dev/null 2>&1 || true
  rm -f "$profile"
fi
if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database /usr/share/applications || true
fi
