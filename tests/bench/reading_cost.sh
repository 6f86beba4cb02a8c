#!/bin/bash
# What reading a scan costs: each stage's share, the whole beside one plain pass of Tesseract, and the most memory.
#
#   tests/bench/reading_cost.sh PAGE...
#
# Everything runs on one thread, page by page, emend and Tesseract in turn, so that both have the same machine. EMEND is
# the program, build/release/emend of this checkout unless set. Needs tesseract and GNU time (Debian's time).
set -euo pipefail

readonly checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly emend=${EMEND:-$checkout/build/release/emend}
readonly work=$(mktemp -d -t emend-cost.XXXXXX)
trap 'rm -rf "$work"' EXIT
export OMP_THREAD_LIMIT=1

(($# > 0)) || { echo "usage: $0 PAGE..." >&2; exit 2; }
printf '%-34s %9s %9s %6s %7s  %s\n' page tesseract emend times MiB "stages in seconds"
for page in "$@"; do
  /usr/bin/time -f %U -o "$work/tesseract" tesseract "$page" "$work/text" -l eng 2>/dev/null
  code=0
  /usr/bin/time -f '%U %M' -o "$work/emend" "$emend" restore --isolated --jobs 1 --timings "$page" -o "$work/out" \
    >"$work/said" 2>&1 || code=$?
  ((code == 0 || code == 3)) || { cat "$work/said" >&2; exit "$code"; }
  rm -rf "$work/out"
  read -r seconds kilobytes < <(tail -n 1 "$work/emend")
  plain=$(tail -n 1 "$work/tesseract")
  stages=$(awk '/^ *(load|measure|clean|read|typewriter|layout|correct|report) / { printf "%s %s  ", $1, $2 }' "$work/said")
  awk -v page="$(basename "$page")" -v plain="$plain" -v seconds="$seconds" -v kilobytes="$kilobytes" -v stages="$stages" \
    'BEGIN { printf "%-34s %9.2f %9.2f %6.2f %7.0f  %s\n", page, plain, seconds, seconds / plain, kilobytes / 1024, stages }'
done
