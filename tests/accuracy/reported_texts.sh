#!/bin/bash
# OCR text that nothing was fitted on: what 'emend fix' repairs and breaks with everything that is on by default, and
# how far the decoder's probabilities hold.
#
#   EMEND_DATA=DIR tests/accuracy/reported_texts.sh [SET...]
#
# SET is overproof (documents whose name has an MD5 that begins with an odd digit), birds1907 (even pages), bln600 (every
# tenth), degraded (every sixteenth of each kind of tesseract-degraded; with --join-hyphens, too, as its truth has no
# line-end hyphens), or reliability (needs the target decode_texts); all without any. truth_untouched.sh has the true
# texts as input. EMEND_FIX_FLAGS are more flags for 'emend fix': "--config tests/accuracy/names.toml", with which names
# count as safe. common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly decode_texts=${DECODE_TEXTS:-$checkout/build/release/tests/accuracy/decode_texts}

read -ra fix_flags <<< "${EMEND_FIX_FLAGS:-}"
readonly fix_flags

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

# fix_set SET [FLAG...]: fixes copies of the texts in place, in one run of the program.
fix_set() {
  local set=$1 text copies=() triples=() folder=$work/reported/$*
  shift
  rm -rf "$folder"
  mkdir -p "$folder"
  while read -r text; do
    cp "$text" "$folder/"
    copies+=("$folder/$(basename "$text")")
    triples+=("$(truth_of "$text")" "$text" "$folder/$(basename "$text")")
  done < <(texts_of "$set" | head -n "$first")
  "$emend" fix --isolated --quiet --write "${fix_flags[@]}" "$@" "${copies[@]}"
  title "$set $*"
  for view in strict letters; do measure -3 --view "$view" --confusions 0 "${triples[@]}"; done
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
((${#sets[@]})) || sets=(overproof birds1907 bln600 degraded reliability)
for set in "${sets[@]}"; do
  case $set in
    degraded)
      for folder in "$data"/text/tesseract-degraded/*/; do
        [[ $folder == */gt/ ]] && continue
        fix_set "tesseract-degraded/$(basename "$folder")"
        fix_set "tesseract-degraded/$(basename "$folder")" --join-hyphens
      done
      ;;
    reliability) reliability ;;
    *) fix_set "$set" ;;
  esac
done
echo
echo "results are in $work"
