#!/bin/bash
# OCR text and its truth: what emend repairs, what it breaks, and which rule did so.
#
#   EMEND_DATA=DIR tests/accuracy/texts.sh [SET...]
#
# SET is overproof, bln600, birds1907 or tesseract-degraded/KIND; all of them without any. The texts go through
# 'emend restore', which corrects as 'emend fix' does and keeps its changes, so that each edit can be judged. The whole
# evaluation of a set lies beside its results as eval.html and eval.json. common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

sets=("$@")
if ((${#sets[@]} == 0)); then
  sets=(overproof bln600 birds1907)
  for folder in "$data"/text/tesseract-degraded/*/; do
    [[ $folder == */gt/ ]] || sets+=("tesseract-degraded/$(basename "$folder")")
  done
fi

for set in "${sets[@]}"; do
  texts=$data/text/$set
  truths=$texts
  [[ $set == tesseract-degraded/* ]] && truths=$data/text/tesseract-degraded/gt
  results=$work/texts/$set
  link_first .ocr.txt "$results/ocr" "$texts"/*.ocr.txt
  rm -rf "$results/truth"
  mkdir -p "$results/truth"
  for text in "$results"/ocr/*; do
    ln -s "$(realpath "$truths")/$(basename "$text" .ocr.txt).gt.txt" "$results/truth/"
  done

  title "$set"
  SECONDS=0
  restore_into "$results/restored" "$results"/ocr/*
  echo "restored in $SECONDS s"
  pairs=(--truth "$results/truth" --output "$results/restored" --before "$results/restored")
  measure "${pairs[@]}" --html "$results/eval.html"
  measure "${pairs[@]}" --format json >"$results/eval.json" 2>/dev/null
done
echo
echo "results are in $work"
