#!/bin/bash
# What the typewriter's grid and letters are worth on typed pages: the engine's text beside the one that they leave,
# before correction and after, with the words that they repaired and broke.
#
#   EMEND_DATA=DIR tests/accuracy/typewriter.sh
#
# Needs the target typed_grid. EMEND_MODELS_OF, if set, is a command that prints the models folder with which a page,
# told by its name, is read: of a model that has not seen it. common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly typed_grid=$checkout/build/release/tests/accuracy/typed_grid
[[ -x $typed_grid ]] || { echo "$typed_grid is not there; build the target typed_grid" >&2; exit 2; }

for set in ehri-BF ehri-DR ehri-ET fbi; do
  folder=${set%%-*}
  match=${set#ehri-}
  truths=()
  for truth in "$data/typed/$folder"/*"$match"*.gt.txt; do
    [[ $truth == *-US_01.gt.txt ]] || truths+=("$truth")
  done
  link_first .gt.txt "$work/$set/truth" "${truths[@]}"
  declare -A scans_of=()
  for truth in "$work/$set"/truth/*; do
    name=$(basename "$truth" .gt.txt)
    models=${EMEND_MODELS_OF:+$($EMEND_MODELS_OF "$name")}
    for scan in "$data/typed/$folder/$name".{jpg,png}; do
      if [[ -f $scan ]]; then scans_of[${models:--}]+="$scan"$'\n'; fi
    done
  done
  title "$set"
  for models in "${!scans_of[@]}"; do
    mapfile -t scans <<<"${scans_of[$models]%$'\n'}"
    if [[ $models == - ]]; then "$typed_grid" "$work/$set" "${scans[@]}"
    else EMEND_MODELS=$models "$typed_grid" "$work/$set" "${scans[@]}"; fi
  done
  for text in raw clean; do
    echo "$text, without and with the typewriter:"
    measure --view strict --join-hyphens --confusions 0 --truth "$work/$set/truth" --output "$work/$set/engine-$text"
    measure --view strict --join-hyphens --confusions 0 --truth "$work/$set/truth" --before "$work/$set/engine-$text" \
      --output "$work/$set/typewriter-$text"
  done
done
echo
echo "results are in $work"
