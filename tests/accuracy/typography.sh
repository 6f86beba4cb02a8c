#!/bin/bash
# How well --typography curly tells which way a mark faces, and whether plain and curly take each other back.
#
#   EMEND_DATA=DIR tests/accuracy/typography.sh
#
# Books of prose/records-and-history.txt.xz that are printed with curly marks are written with straight ones
# (--typography plain) and back (curly); the marks of the result are compared with those of the book, one by one. Then
# every truth of the data is written with curly marks and back, with those rules alone: lines that differ from what
# plain makes of the truth itself are counted. common.sh tells the variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly rules=unasked-quotation-mark,unasked-dash,unasked-ellipsis,unasked-fraction
# A book is printed with curly marks if it has so many pairs, and a hundred for each straight one.
readonly fewest=500
export LC_ALL=C.UTF-8

set_in() { "$emend" fix --quiet --isolated --select "$rules" --typography "$1"; }
count() { grep -o "$1" "$2" | wc -l || true; }

title "curly marks of printed books, made straight and curly again"
books=$work/books
rm -rf "$books"
mkdir -p "$books"
xz -dc "$data/prose/records-and-history.txt.xz" | awk -v folder="$books" '/^==== / { n++ } { print > (folder "/" n ".txt") }'
measured=0
: > "$work/marks.tsv"
for book in "$books"/*.txt; do
  curly=$(count '[“”]' "$book")
  straight=$(count '"' "$book")
  ((curly >= fewest && straight * 100 <= curly && measured < first)) || continue
  ((++measured))
  set_in plain < "$book" > "$book.plain"
  set_in curly < "$book.plain" > "$book.curly"
  # Apostrophes and quotation marks, and nothing else; none is added or lost on the way.
  marks='[“”‘’"'"'"']'
  paste <(grep -o "$marks" "$book") <(grep -o "$marks" "$book.curly") >> "$work/marks.tsv"
done
awk -F'\t' -v books="$measured" '
  { kind = ($1 == "“" || $1 == "”" || $1 == "\"") ? "double marks" : "single marks and apostrophes"; all[kind]++
    if ($1 == $2) right[kind]++
    else if ($2 == "\"" || $2 == "'"'"'") left[kind]++
    else wrong[kind]++ }
  END {
    printf "%d books\n", books
    for (kind in all)
      printf "%s: %d; turned rightly %.3f %%, wrongly %.3f %%, left straight %.3f %%\n", kind, all[kind],
        100 * right[kind] / all[kind], 100 * wrong[kind] / all[kind], 100 * left[kind] / all[kind]
  }' "$work/marks.tsv"

title "truths written with curly marks and back"
lines=0
different=0
for truth in "$data"/{typed,print,text}/*/*.gt.txt; do
  set_in plain < "$truth" > "$work/plain.txt"
  set_in curly < "$truth" > "$work/curly.txt"
  set_in plain < "$work/curly.txt" > "$work/back.txt"
  set_in curly < "$work/curly.txt" > "$work/again.txt"
  cmp -s "$work/curly.txt" "$work/again.txt" || echo "not the same when asked twice: $truth"
  ((lines += $(wc -l < "$truth"), different += $(diff "$work/plain.txt" "$work/back.txt" | grep -c '^<' || true))) || true
done
echo "$different of $lines lines differ"
echo "results are in $work"
