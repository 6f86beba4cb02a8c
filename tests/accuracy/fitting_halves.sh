#!/bin/bash
# What 'emend fix' does on the texts that things are fitted on, each half of them with what was fitted on the other: for
# whoever changes the decoder or the mark layer, so that the other texts stay unseen.
#
#   EMEND_DATA=DIR tests/accuracy/fitting_halves.sh [FLAG...]
#
# The texts are those of models/confusions-print.tsv: overproof with an even MD5, and the odd pages of birds1907. Every
# second one makes a half. FLAGs are for 'emend fix': --ignore stray-letter. What was fitted stays in $EMEND_WORK and is
# not fitted again there. Prints strict and letters-only rates of both sets. common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

has_even_hash() { [[ $(printf %s "$1" | md5sum) == [02468ace]* ]]; }

texts_of() {
  local text
  case $1 in
    overproof)
      for text in "$data"/text/overproof/*.ocr.txt; do ! has_even_hash "$(basename "$text" .ocr.txt)" || echo "$text"; done ;;
    birds1907) printf '%s\n' "$data"/text/birds1907/*[13579].ocr.txt ;;
  esac | head -n "$first"
}

# half_of_texts SET 0|1
half_of_texts() { texts_of "$1" | awk -v half="$2" 'NR % 2 == half'; }

# fit 0|1: a folder of models whose tables and probabilities are counted on that half.
fit() {
  local models=$work/models-of-$1 pairs=$work/pairs-of-$1 set text name marks=()
  [[ ! -e $models/done ]] || return 0
  rm -rf "$models" "$pairs"
  mkdir -p "$models" "$pairs"
  ln -s "$checkout"/models/* "$models/"
  rm "$models"/{confusions-print.tsv,decoder.calibration,marks-print.tsv,marks.calibration}
  for set in overproof birds1907; do
    while read -r text; do
      name=$set-$(basename "$text" .ocr.txt)
      ln -s "$(realpath "$text")" "$pairs/$name.ocr.txt"
      ln -s "$(realpath "${text%.ocr.txt}.gt.txt")" "$pairs/$name.gt.txt"
      marks+=(--pair "$pairs/$name.ocr.txt:$pairs/$name.gt.txt")
    done < <(half_of_texts "$set" "$1")
  done
  "$emend" train confusions "$pairs" --output "$models/confusions-print.tsv" --origin "half of the texts" >&2
  "$emend" train calibration "$pairs" --output "$models/decoder.calibration" --origin "half of the texts" >&2
  "$emend" train marks --output "$models" "${marks[@]}" --origin "-" --pair-origin "half of the texts" >&2
  touch "$models/done"
}

for half in 0 1; do fit "$half"; done
for set in overproof birds1907; do
  triples=()
  for half in 0 1; do
    folder=$work/fixed/$set-$half
    rm -rf "$folder"
    mkdir -p "$folder"
    while read -r text; do
      cp "$text" "$folder/"
      triples+=("${text%.ocr.txt}.gt.txt" "$text" "$folder/$(basename "$text")")
    done < <(half_of_texts "$set" "$half")
    chmod u+w "$folder"/*
    "$emend" fix --isolated --quiet --write --models-dir "$work/models-of-$((1 - half))" "$@" "$folder"/*
  done
  title "$set $*"
  for view in strict letters; do measure -3 --view "$view" --confusions 0 "${triples[@]}"; done
done
echo
echo "results are in $work"
