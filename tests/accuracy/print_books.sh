#!/bin/bash
# Printed books: what emend restore reads before any correction of the text, beside plain Tesseract, book by book.
#
#   EMEND_DATA=DIR tests/accuracy/print_books.sh
#
# The text before correction is raw.txt. Tesseract runs with its English model and no options; its texts are kept in
# EMEND_WORK and not made again. EMEND_FIRST is how many pages of each book are read. common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

for book in "$data"/print/*/; do
  name=$(basename "$book")
  scans=("$book"*.{png,jpg,tif})
  link_first "" "$work/print/$name/pages" "${scans[@]}"
  link_first .gt.txt "$work/print/$name/truth" "$book"*.gt.txt
  mkdir -p "$work/print/$name/tesseract" "$work/print/$name/raw"
  restore_into "$work/print/$name/restored" --isolated "$work/print/$name"/pages/*
  for page in "$work/print/$name"/pages/*; do
    stem=$(basename "${page%.*}")
    text=$work/print/$name/restored/$stem/raw.txt
    [[ -f $text ]] && cp "$text" "$work/print/$name/raw/$stem.txt"
    text=$work/print/$name/tesseract/$stem
    [[ -f $text.txt ]] || OMP_THREAD_LIMIT=1 tesseract "$page" "$text" -l eng 2>/dev/null || echo "tesseract failed on $page"
  done
  for reader in tesseract raw; do
    title "$name, $reader"
    measure --view strict --join-hyphens --confusions 0 --truth "$work/print/$name/truth" --output "$work/print/$name/$reader"
  done
done
echo
echo "results are in $work"
