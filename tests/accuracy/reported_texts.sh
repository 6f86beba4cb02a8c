#!/bin/bash
# OCR text that nothing was fitted on: what 'emend fix' repairs and breaks with everything that is on by default, and
# how far the decoder's probabilities hold.
#
#   EMEND_DATA=DIR tests/accuracy/reported_texts.sh [SET...]
#
# SET is overproof (documents whose name has an MD5 that begins with an odd digit), birds1907 (even pages), bln600 (every
# tenth), degraded (every sixteenth of each kind of tesseract-degraded), truth (overproof's truths as input), or
# reliability (needs the target decode_texts); all without any. common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly decode_texts=${DECODE_TEXTS:-$checkout/build/release/tests/accuracy/decode_texts}

name_of() { basename "${1%.ocr.txt}"; }
has_odd_hash() { [[ $(printf %s "$1" | md5sum) == [13579bdf]* ]]; }
every() { awk "NR % $1 == 1"; }

# The texts of a set, one a line.
texts_of() {
  local text
  case $1 in
    overproof) for text in "$data"/text/overproof/*.ocr.txt; do ! has_odd_hash "$(name_of "$text")" || echo "$text"; done ;;
    birds1907) printf '%s\n' "$data"/text/birds1907/*[02468].ocr.txt ;;
    bln600) printf '%s\n' "$data"/text/bln600/*.ocr.txt | every 10 ;;
    tesseract-degraded/*) printf '%s\n' "$data/text/$1"/*.ocr.txt | every 16 ;;
  esac
}

truth_of() {
  if [[ $1 == */tesseract-degraded/* ]]; then
    echo "$data/text/tesseract-degraded/gt/$(name_of "$1").gt.txt"
  else
    echo "${1%.ocr.txt}.gt.txt"
  fi
}

fix_set() {
  local set=$1 text triples=() folder=$work/reported/$1
  mkdir -p "$folder"
  while read -r text; do
    "$emend" fix --isolated --quiet "$text" >"$folder/$(name_of "$text").txt"
    triples+=("$(truth_of "$text")" "$text" "$folder/$(name_of "$text").txt")
  done < <(texts_of "$set" | head -n "$first")
  title "$set"
  for view in strict letters; do measure -3 --view "$view" --confusions 0 "${triples[@]}"; done
}

fix_truths() {
  local truth changes=0 words=0
  for truth in "$data"/text/overproof/*.gt.txt; do
    "$emend" fix --isolated --quiet --changes "$work/truth.jsonl" "$truth" >/dev/null
    ((changes += $(grep -c '"verdict":"accepted"' "$work/truth.jsonl" || true))) || true
    ((words += $(wc -w <"$truth"))) || true
  done
  title "truths of overproof as input"
  echo "$changes automatic changes in $words words"
}

reliability() {
  local text pairs=()
  [[ -x $decode_texts ]] || { echo "$decode_texts is not there: build the target decode_texts" >&2; exit 2; }
  while read -r text; do pairs+=("$text:$(truth_of "$text")"); done < <(texts_of overproof | head -n "$first")
  title "how far the probabilities hold, overproof"
  EMEND_CALIBRATION=$checkout/models/decoder.calibration "$decode_texts" "$checkout/models/english.lm" \
    "$checkout/models/confusions-print.tsv" "$work/reliability" "${pairs[@]}" 2>&1
}

sets=("$@")
((${#sets[@]})) || sets=(overproof birds1907 bln600 degraded truth reliability)
for set in "${sets[@]}"; do
  case $set in
    degraded)
      for folder in "$data"/text/tesseract-degraded/*/; do
        [[ $folder == */gt/ ]] || fix_set "tesseract-degraded/$(basename "$folder")"
      done
      ;;
    truth) fix_truths ;;
    reliability) reliability ;;
    *) fix_set "$set" ;;
  esac
done
echo
echo "results are in $work"
