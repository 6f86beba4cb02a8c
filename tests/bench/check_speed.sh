#!/bin/bash
# 'emend check' beside codespell and hunspell -l on 50 MB of prose in 50 files, one thread each, in one run.
#
#   EMEND_DATA=DIR tests/bench/check_speed.sh
#
# Prints MB per second of processor time and of time on the clock, since the machine may have other work to do. The
# warm run has its cache from the one before. EMEND is the program (build/release/emend unless set), EMEND_WORK where
# the files go (a new temporary folder unless set), EMEND_MEGABYTES how much prose (50).
set -euo pipefail

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
data=${EMEND_DATA:?set EMEND_DATA to the folder of the open data}
emend=${EMEND:-$checkout/build/release/emend}
work=${EMEND_WORK:-$(mktemp -d -t emend-speed.XXXXXX)}
megabytes=${EMEND_MEGABYTES:-50}

rm -rf "$work/prose" "$work/cache"
mkdir -p "$work/prose"
# head closes the pipe before xz is done.
(xzcat "$data"/prose/*.xz || true) 2>/dev/null | head -c "${megabytes}000000" |
  split --line-bytes=1000000 --numeric-suffixes=1 --suffix-length=3 --additional-suffix=.txt - "$work/prose/part_"
bytes=$(cat "$work"/prose/* | wc -c)

# measure NAME COMMAND...: exit codes up to 3 and of findings are results, too.
measure() {
  local name=$1 times
  shift
  TIMEFORMAT='%R %U %S'
  times=$({ time "$@" >"$work/out" 2>"$work/err" || true; } 2>&1)
  awk -v name="$name" -v bytes="$bytes" -v times="$times" 'BEGIN {
    split(times, t, " ")
    printf "%-28s %8.1f MB/s of processor time (%.2f s), %8.1f on the clock\n",
      name, bytes / 1e6 / (t[2] + t[3]), t[2] + t[3], bytes / 1e6 / t[1]
  }'
}

echo "$((bytes / 1000000)) MB in $(ls "$work/prose" | wc -l) files"
measure "emend check" "$emend" check --isolated -j1 --no-cache --format concise "$work/prose"
tail -n 1 "$work/err"
measure "emend check, cold cache" "$emend" check --isolated -j1 --cache-dir "$work/cache" --format concise "$work/prose"
measure "emend check, warm cache" "$emend" check --isolated -j1 --cache-dir "$work/cache" --format concise "$work/prose"
! command -v codespell >/dev/null || measure "codespell" codespell "$work/prose"
! command -v hunspell >/dev/null || measure "hunspell -l" hunspell -l -d en_US "$work"/prose/*
