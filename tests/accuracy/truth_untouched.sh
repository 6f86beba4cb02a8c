#!/bin/bash
# Truths as input: what is right already should come out as it went in.
#
#   EMEND_DATA=DIR tests/accuracy/truth_untouched.sh [FOLDER...]
#
# FOLDER is a folder of NAME.gt.txt below EMEND_DATA, such as text/overproof; all of them without any. Prints the
# automatic changes per 1000 words and how often each rule made them. Hyphens of words that are broken at the ends of
# lines, run in since or not, are counted apart: to join them is right where a truth keeps the lines of its page, or has
# forgotten one. Nor is every other change wrong, since truths have faults of their own: the lines of changes.jsonl under
# restored/ show each. common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

folders=("$@")
if ((${#folders[@]} == 0)); then
  for folder in "$data"/{typed,print,text}/*/ "$data"/text/tesseract-degraded/gt/; do
    truths=("$folder"*.gt.txt)
    ((${#truths[@]} == 0)) || folders+=("$(realpath --relative-to "$data" "$folder")")
  done
fi

# tell CHANGES WORDS JOINED
tell() {
  awk -v changes="$1" -v words="$2" -v joined="$3" 'BEGIN {
    printf "%d automatic changes in %d words, %.3f per 1000; and %d broken words joined\n",
      changes, words, 1000 * changes / (words ? words : 1), joined
  }'
}

all_changes=0
all_joined=0
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
  joined=$(grep -cE '"rule":"(line-end|run-in)-hyphen"' <<<"$accepted" || true)
  tell "$((changes - joined))" "$words" "$joined"
  grep -o '"rule":"[^"]*"' <<<"$accepted" | sort | uniq -c | sort -rn || true
  ((all_changes += changes - joined, all_joined += joined, all_words += words)) || true
done
title "all"
tell "$all_changes" "$all_words" "$all_joined"
echo "results are in $work"
