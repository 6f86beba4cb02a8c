#!/bin/bash
# The typed lines alone of pages whose truth leaves out the rest: letterheads, stamps and file marks of typed/ehri
# (*-US_01), beside all other pages measured in the same way.
#
#   EMEND_DATA=DIR tests/accuracy/typed_lines.sh
#
# EMEND_MODELS_OF, if set, is a command that prints the models folder with which a page, told by its name, is read: of a
# model that has not seen it. EMEND_FLAGS are more flags for emend restore. Without tesseract that part is left out.
# common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
export OMP_THREAD_LIMIT=1

readonly here=$checkout/tests/accuracy
readonly folder=$work/typed-lines
mkdir -p "$folder"

for kind in letterhead other; do
  names=()
  for table in "$data"/typed/ehri/*.lines.tsv; do
    name=$(basename "$table" .lines.tsv)
    [[ $kind == letterhead && $name != *-US_01 || $kind == other && $name == *-US_01 ]] && continue
    ((${#names[@]} < first)) || break
    scan=$data/typed/ehri/$name.jpg
    models=${EMEND_MODELS_OF:+$($EMEND_MODELS_OF "$name")}
    # shellcheck disable=SC2086
    restore_into "$folder/restored" --isolated ${models:+--models-dir "$models"} ${EMEND_FLAGS:-} "$scan" 2>/dev/null
    cp "$table" "$folder/"
    cp "$folder/restored/$name/document.json" "$folder/$name.json"
    cp "$folder/restored/$name/clean.txt" "$folder/$name.txt"
    if command -v tesseract >/dev/null; then
      tesseract "$scan" "$folder/$name.tesseract" -l eng tsv 2>/dev/null
    fi
    names+=("$name")
  done
  title "typed lines of ${#names[@]} pages: $kind"
  python3 "$here/typed_lines.py" "$folder" "${names[@]}"
done
