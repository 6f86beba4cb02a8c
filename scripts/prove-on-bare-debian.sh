#!/bin/bash
# Runs both commands of the README where nothing is installed: in a root folder made by debootstrap.
#
#   scripts/prove-on-bare-debian.sh DIR [REF] [STEP...]
#
# DIR   where the root is made; it must not exist, or be a root that this script made (which it then uses again)
# REF   what is cloned there; HEAD without it
# STEP  arguments of ./bootstrap to run one after the other; "all" is none. Without any: all, test, and all once
#       more without a network
#
# Needs root, debootstrap, and a mirror: EMEND_DEBIAN_MIRROR, or else http://deb.debian.org/debian.
# The checkout lies in a path with spaces. How long each step took stands at the end. DIR is left for a look around;
# before removing it by hand, see that nothing is mounted below it.
set -euo pipefail

readonly mirror=${EMEND_DEBIAN_MIRROR:-http://deb.debian.org/debian}
readonly home="/srv/a path with spaces"

if (($# < 1)); then
  sed -n '4,9s/^# *//p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi
if ((EUID != 0)); then
  echo "chroot needs root: run it as root or with sudo" >&2
  exit 2
fi
command -v debootstrap >/dev/null || {
  echo "debootstrap is missing: apt-get install debootstrap" >&2
  exit 2
}

root=$(realpath -m "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
commit=$(git rev-parse --verify "${2:-HEAD}^{commit}")
shift $(($# < 2 ? $# : 2))
steps=("$@")
((${#steps[@]} > 0)) || steps=(all test offline)

if [[ ! -e $root/emend-bare-root ]]; then
  [[ ! -e $root ]] || {
    echo "$root exists and was not made by this script: name another folder" >&2
    exit 2
  }
  debootstrap --variant=minbase --include=git,ca-certificates bookworm "$root" "$mirror"
  touch "$root/emend-bare-root"
fi

# How this machine reaches the mirror, and nothing else of it.
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp -L /etc/hosts "$root/etc/hosts"
apt-config dump | grep -E '^Acquire::(http|https)::|^Acquire::Check-' >"$root/etc/apt/apt.conf.d/90this-machine" || true
proxies=()
for name in http_proxy https_proxy no_proxy; do
  [[ -z ${!name-} ]] || proxies+=("$name=${!name}")
done

mounted=()
unmount() {
  local i
  for ((i = ${#mounted[@]} - 1; i >= 0; i--)); do
    umount -R "${mounted[i]}" || umount -R --lazy "${mounted[i]}" || true
  done
}
trap unmount EXIT
trap 'exit 130' INT TERM
for folder in proc dev; do
  if mount --rbind "/$folder" "$root/$folder" 2>/dev/null; then
    mount --make-rslave "$root/$folder" 2>/dev/null || true
    mounted+=("$root/$folder")
  else
    echo "/$folder cannot be mounted here; going on without it" >&2
  fi
done
inside() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "${proxies[@]}" chroot "$root" "$@"
}

rm -rf "$root/srv/emend.git" "$root$home"
git init -q --bare -b main "$root/srv/emend.git"
git push -q "$root/srv/emend.git" "$commit:refs/heads/main"
mkdir -p "$root$home"
inside git clone -q /srv/emend.git "$home/emend"

summary=()
run_step() {
  local name=$1
  shift
  local start=$SECONDS status=0
  printf '\n#### ./bootstrap, step: %s\n' "$name"
  "$@" || status=$?
  summary+=("$name: exit code $status after $((SECONDS - start)) s")
  return "$status"
}

status=0
for name in "${steps[@]}"; do
  case $name in
    all) run_step all inside "$home/emend/bootstrap" || status=1 ;;
    offline) run_step offline unshare --net env -i PATH="$PATH" HOME=/root chroot "$root" "$home/emend/bootstrap" || status=1 ;;
    *) run_step "$name" inside "$home/emend/bootstrap" "$name" || status=1 ;;
  esac
done

printf '\n#### %s in a bare Debian root, at %s\n' "$(git rev-parse --short "$commit")" "$home/emend"
printf '%s\n' "${summary[@]}"
exit "$status"
