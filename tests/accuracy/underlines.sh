#!/bin/bash
# Underlined words: prose with one word in twenty underlined, typed on paper by emend synth and read again.
#
#   EMEND_DATA=DIR tests/accuracy/underlines.sh [WEAR...]
#
# WEAR: clean, office, carbon ...; office and carbon unless given. EMEND_PAGES says how many pages of each are read (3).
# Prints for each wear the words that were underlined, those that the output has between underscores, and those that are
# both. Words that were not read at all are missed. common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly pages=${EMEND_PAGES:-3}
readonly script=$checkout/tests/accuracy/underlines.py
(($# > 0)) || set -- office carbon

mkdir -p "$work/underlines"
xz -dc "$data/prose/records-and-history.txt.xz" | python3 "$script" text > "$work/underlines/typed.txt"
for wear in "$@"; do
  folder=$work/underlines/$wear
  rm -rf "$folder"
  "$emend" synth "$work/underlines/typed.txt" -o "$folder/pages" --wear "$wear" --seed 3 --underlines --quiet
  scans=("$folder"/pages/*.jpg)
  restore_into "$folder/restored" --isolated --no-typescript --marks markdown "${scans[@]:0:pages}"
  title "$wear"
  python3 "$script" count "$work/underlines/typed.txt" "$folder"
done
echo
echo "results are in $work"
