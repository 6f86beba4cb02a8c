#!/bin/bash
# What the models of train.sh are worth, on what they have not seen: plain Tesseract with them beside its own English.
#
#   measure.sh lines    real lines, each cut from its page: character and word error rates without a dictionary
#   measure.sh pages    whole pages of typed/ehri, typed/fbi and, for the harm, print
#   measure.sh          both
#
# without-N reads only the documents of fold N, rendered reads all: it has seen rendered lines only. Pages that a model
# has read already are not read again: remove $work/read/MODEL after training it further.
set -euo pipefail
here=$(dirname "$0")
. "$here/parameters.sh"
what=${1:-all}
print_pages=${PRINT_PAGES:-2}  # of each book

# The English model that is installed, and ours, in one folder.
ln -sf "$(dpkg -L tesseract-ocr-eng | grep 'eng.traineddata$')" "$work/models/eng.traineddata"

# Real lines as they are on the page: hardly worn, not cleaned.
make_plain_lines() {
  local picture name
  mkdir -p "$work/plain"
  for picture in "$work"/real/*.jpg; do
    name=$(basename "$picture" .jpg)
    [[ -e $work/plain/$name-v1.lstmf ]] && continue
    "$emend" train lines "$picture" -o "$work/plain" --mild 1 --cleaned 0 --snap >/dev/null
    tesseract "$work/plain/$name-v1.png" "$work/plain/$name-v1" --psm 13 lstm.train >/dev/null 2>&1
  done
}

measure_lines() {
  local fold model file
  make_plain_lines
  for fold in 0 1 2; do
    for file in "$work"/plain/*.lstmf; do
      [[ $(fold_of "$(basename "$file")") == "$fold" ]] && echo "$file"
    done >"$work/lists/plain-$fold.txt"
    for model in eng rendered "without-$fold"; do
      [[ -e $work/models/$model.traineddata ]] || continue
      printf 'lines of fold %s  %-10s ' "$fold" "$model"
      # One file at a time: of several at once, lstmeval takes lines in turn, some twice and some never.
      while read -r file; do
        echo "$file" >"$work/lists/one.txt"
        nice -n "$patience" lstmeval --model "$work/models/$model.traineddata" --verbosity 2 \
          --eval_listfile "$work/lists/one.txt" 2>&1 </dev/null
      done <"$work/lists/plain-$fold.txt" | "$here/line_errors.py" "$work/lists/plain-$fold.txt"
    done
  done
}

read_pages() {  # read_pages MODEL PICTURE...
  local model=$1 page output
  shift
  [[ -e $work/models/$model.traineddata ]] || return 0
  mkdir -p "$work/read/$model"
  for page in "$@"; do
    output=$work/read/$model/$(basename "${page%.*}")
    [[ -e $output.txt ]] ||
      nice -n "$patience" tesseract "$page" "$output" --tessdata-dir "$work/models" -l "$model" >/dev/null 2>&1
  done
}

score_pages() {  # score_pages TITLE MODEL PICTURE...
  local title=$1 model=$2 page pairs=()
  shift 2
  for page in "$@"; do
    local output=$work/read/$model/$(basename "${page%.*}").txt
    [[ -e $output ]] && pairs+=("${page%.*}.gt.txt" "$output")
  done
  ((${#pairs[@]} == 0)) && return
  printf '%s, %s:\n' "$title" "$model"
  "$emend" eval --join-hyphens --view strict --confusions 0 "${pairs[@]}"
}

measure_pages() {
  local fold model page book pages=() print=()
  for fold in 0 1 2; do
    pages=()
    for page in "$EMEND_DATA"/typed/ehri/*.jpg; do
      [[ $page != *-US_01.jpg && $(fold_of "$(basename "$page")") == "$fold" ]] && pages+=("$page")
    done
    for model in eng rendered "without-$fold"; do
      read_pages "$model" "${pages[@]}"
      score_pages "pages of fold $fold" "$model" "${pages[@]}"
    done
  done
  for book in "$EMEND_DATA"/print/*/; do
    for page in "$book"*.png; do echo "$page"; done | awk -v n="$print_pages" 'NR % 5 == 3 && ++k <= n'
  done >"$work/lists/print.txt"
  mapfile -t print <"$work/lists/print.txt"
  for model in eng rendered typescript; do
    read_pages "$model" "$EMEND_DATA"/typed/fbi/*.png "${print[@]}"
    score_pages "typed/fbi" "$model" "$EMEND_DATA"/typed/fbi/*.png
    score_pages "print" "$model" "${print[@]}"
  done
}

[[ $what == pages ]] || measure_lines
[[ $what == lines ]] || measure_pages
