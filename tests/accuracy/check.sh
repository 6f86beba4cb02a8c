#!/bin/bash
# What 'emend check' finds in recognised texts, and what it finds in right ones.
#
#   EMEND_DATA=DIR tests/accuracy/check.sh [detection|false-alarms]
#
# detection: the OCR side of text/overproof, documents whose name has an MD5 that begins with an odd digit (nothing was
# fitted on them): recall of wrong words and precision of findings, by the least confidence asked for.
# false-alarms: the truths of print/ and text/ as input: findings per 10,000 words, by folder and by rule. Truths have
# faults of their own: the findings under EMEND_WORK show each. common.sh tells the variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

has_odd_hash() { [[ $(printf %s "$1" | md5sum) == [13579bdf]* ]]; }

check_into() {
  local out=$1 code=0
  shift
  printf '%s\0' "$@" | "$emend" check --isolated --no-cache --exit-zero --format jsonl --output-file "$out" \
    --file-list - 2>"$out.log" || code=$?
  ((code == 0 || code == 3)) || { cat "$out.log" >&2; exit "$code"; }
  tail -n 1 "$out.log"
}

detection() {
  local text name texts=() pairs=()
  for text in "$data"/text/overproof/*.ocr.txt; do
    name=$(basename "${text%.ocr.txt}")
    ! has_odd_hash "$name" || { texts+=("$text"); pairs+=("$text:${text%.ocr.txt}.gt.txt"); }
  done
  texts=("${texts[@]:0:first}")
  pairs=("${pairs[@]:0:first}")
  title "overproof, the half that nothing was fitted on"
  check_into "$work/detection.jsonl" "${texts[@]}"
  for view in "" --letters; do
    echo
    echo "${view:-strict}:"
    # shellcheck disable=SC2086
    "$checkout/tests/accuracy/check_detection.py" "$work/detection.jsonl" $view "${pairs[@]}"
  done
}

false_alarms() {
  local folder truths words findings all_words=0 all_findings=0
  for folder in "$data"/print/*/ "$data"/text/*/ "$data"/text/tesseract-degraded/gt/; do
    truths=("$folder"*.gt.txt)
    truths=("${truths[@]:0:first}")
    ((${#truths[@]})) || continue
    title "$(realpath --relative-to "$data" "$folder")"
    check_into "$work/alarms.jsonl" "${truths[@]}"
    words=$(cat "${truths[@]}" | wc -w)
    findings=$(wc -l <"$work/alarms.jsonl")
    grep -o '"rule":"[^"]*"' "$work/alarms.jsonl" | sort | uniq -c | sort -rn || true
    awk -v f="$findings" -v w="$words" 'BEGIN { printf "%d findings in %d words, %.2f per 10,000\n", f, w, 1e4 * f / w }'
    ((all_words += words, all_findings += findings)) || true
    cp "$work/alarms.jsonl" "$work/alarms-$(basename "$folder").jsonl"
  done
  title "all truths"
  awk -v f="$all_findings" -v w="$all_words" 'BEGIN { printf "%d findings in %d words, %.2f per 10,000\n", f, w, 1e4 * f / w }'
}

case ${1:-all} in
  detection) detection ;;
  false-alarms) false_alarms ;;
  all)
    detection
    false_alarms
    ;;
  *) echo "unknown: $1 (known: detection, false-alarms)" >&2; exit 2 ;;
esac
echo
echo "results are in $work"
