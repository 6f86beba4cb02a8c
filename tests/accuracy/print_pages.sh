#!/bin/bash
# Pages of printed books: what emend restore makes of each book, words and structure.
#
#   EMEND_DATA=DIR tests/accuracy/print_pages.sh
#
# The pages of a book are restored together, each an input of its own, as --layout paragraphs. EMEND_READ names a folder
# of results of an earlier run (BOOK/PAGE/document.json); with it no scan is read again, and correct_again must be built.
# common.sh tells the other variables. The truths leave out running heads and page numbers, join line-end hyphens, and
# have footnote marks as [1] with the notes behind the page.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly results=$work/print
readonly again=${EMEND_AGAIN:-$checkout/build/release/tests/accuracy/correct_again}

for folder in "$data"/print/*/; do
  book=$(basename "$folder")
  link_first .gt.txt "$results/$book/truth" "$folder"*.gt.txt
  if [[ -n ${EMEND_READ:-} ]]; then
    pages=()
    for truth in "$results/$book"/truth/*; do pages+=("$EMEND_READ/$book/$(basename "$truth" .gt.txt)"); done
    rm -rf "$results/$book/restored"
    mkdir -p "$results/$book/restored"
    "$again" "$results/$book/restored" "${pages[@]}" --paragraphs
  else
    scans=()
    for truth in "$results/$book"/truth/*; do scans+=("$folder$(basename "$truth" .gt.txt).png"); done
    restore_into "$results/$book/restored" --layout paragraphs "${scans[@]}"
  fi
  title "$book"
  measure --join-hyphens --view strict --confusions 0 --truth "$results/$book/truth" --output "$results/$book/restored" \
    --before "$results/$book/restored" --html "$results/$book/eval.html"
done
echo
echo "results are in $work"
