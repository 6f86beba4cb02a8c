#!/bin/bash
# Synthetic typescript: error rates by wear, of emend restore and of plain Tesseract.
#
#   EMEND_DATA=DIR tests/accuracy/synth_pages.sh
#
# Types the first lines of six passages of the prose, each in another typeface, with every wear. EMEND_SEED is the seed
# of machine and damage, 77 unless set: another one than those that the model of typescript was trained with (it has seen
# seeds from 1 on, and this prose). EMEND_FROM and EMEND_STEP choose other passages: the line where the first begins, and
# how far apart they are. EMEND_FIRST is how many passages are typed. common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly seed=${EMEND_SEED:-77}
readonly lines_of_passage=34
readonly from=${EMEND_FROM:-20000} step=${EMEND_STEP:-60000}
readonly faces=(gnu-typewriter courier-prime tlwg-typewriter nimbus-mono free-mono cmu-typewriter)

texts=$work/synth/texts
mkdir -p "$texts"
number=0
for face in "${faces[@]}"; do
  ((number < first)) || break
  # Far apart in the collection, so that they are of different records.
  xz -dc "$data/prose/records-and-history.txt.xz" 2>/dev/null | tail -n +$((from + step * number)) |
    grep -v '^ *$' | fold -s -w 62 | head -n "$lines_of_passage" >"$texts/$face.txt" || true
  ((++number))
done

for wear in clean office carbon mimeo ruin; do
  folder=$work/synth/$wear
  rm -rf "$folder"
  for text in "$texts"/*.txt; do
    face=$(basename "$text" .txt)
    "$emend" synth --quiet "$text" -o "$folder/pages" --wear "$wear" --typeface "$face" --seed "$seed"
  done
  mkdir -p "$folder/truth" "$folder/tesseract"
  mv "$folder"/pages/*.gt.txt "$folder/truth/"
  restore_into "$folder/restored" --isolated "$folder"/pages/*.{jpg,png}
  for page in "$folder"/pages/*.{jpg,png}; do
    OMP_THREAD_LIMIT=1 tesseract "$page" "$folder/tesseract/$(basename "${page%.*}")" -l eng 2>/dev/null ||
      echo "tesseract failed on $page"
  done
  for reader in tesseract restored; do
    title "$wear, $reader"
    measure --view strict --join-hyphens --confusions 0 --truth "$folder/truth" --output "$folder/$reader"
  done
done
echo
echo "results are in $work"
