#!/bin/bash
# Truths as input: what is right already should come out as it went in.
#
#   EMEND_DATA=DIR tests/accuracy/truth_untouched.sh [FOLDER...]
#
# FOLDER is a folder of NAME.gt.txt below EMEND_DATA, such as text/overproof; all of them without any. Prints the
# automatic changes per 1000 words and how often each rule made them. A change is not always wrong, since truths have
# faults of their own: the lines of changes.jsonl under restored/ show each. common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

folders=("$@")
if ((${#folders[@]} == 0)); then
  for folder in "$data"/{typed,print,text}/*/ "$data"/text/tesseract-degraded/gt/; do
    truths=("$folder"*.gt.txt)
    ((${#truths[@]} == 0)) || folders+=("$(realpath --relative-to "$data" "$folder")")
  done
fi

all_changes=0
all_words=0
for folder in "${folders[@]}"; do
  results=$work/truth/$folder
  link_first .gt.txt "$results/truth" "$data/$folder"/*.gt.txt
  restore_into "$results/restored" "$results"/truth/*
  words=$(cat "$results"/truth/* | wc -w)
  # grep ends with 1 where it finds nothing, which is the best result.
  accepted=$(cat "$results"/restored/*/changes.jsonl | grep '"verdict":"accepted"' || true)
  changes=$(grep -c . <<<"$accepted" || true)
  title "$folder"
  awk -v changes="$changes" -v words="$words" \
    'BEGIN { printf "%d automatic changes in %d words, %.3f per 1000\n", changes, words, 1000 * changes / (words ? words : 1) }'
  grep -o '"rule":"[^"]*"' <<<"$accepted" | sort | uniq -c | sort -rn || true
  ((all_changes += changes, all_words += words)) || true
done
title "all"
awk -v changes="$all_changes" -v words="$all_words" \
  'BEGIN { printf "%d automatic changes in %d words, %.3f per 1000\n", changes, words, 1000 * changes / (words ? words : 1) }'
echo "results are in $work"
