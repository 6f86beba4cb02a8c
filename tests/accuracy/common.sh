# Sourced by the other scripts: where the program, the data and the results are.
#
#   EMEND_DATA   the folder of the open data; must be set
#   EMEND        the program; build/release/emend of this checkout unless set
#   EMEND_WORK   where the results go; a new temporary folder unless set
#   EMEND_FIRST  only the first so many documents of each set, for trying a script out
set -euo pipefail
shopt -s nullglob

readonly checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly data=${EMEND_DATA:?set EMEND_DATA to the folder of the open data}
readonly emend=${EMEND:-$checkout/build/release/emend}
readonly work=${EMEND_WORK:-$(mktemp -d -t emend-accuracy.XXXXXX)}
readonly first=${EMEND_FIRST:-1000000}

[[ -d $data ]] || { echo "$data (EMEND_DATA) is not a folder" >&2; exit 2; }
[[ -x $emend ]] || { echo "$emend is not there; build it, or set EMEND" >&2; exit 2; }
mkdir -p "$work"

title() { printf '\n## %s\n\n' "$*"; }

# link_first ENDING FOLDER FILE...: empties FOLDER and links there the first files that end so, in the order given.
link_first() {
  local ending=$1 folder=$2 count=0 file
  shift 2
  rm -rf "$folder"
  mkdir -p "$folder"
  for file in "$@"; do
    [[ $file == *"$ending" ]] || continue
    ((count++ < first)) || break
    ln -s "$(realpath "$file")" "$folder/"
  done
  ((count > 0)) || { echo "no $ending files for $folder; is EMEND_DATA right?" >&2; exit 2; }
}

# Restores files into a new folder. Pages that failed (exit code 3) are part of what is measured.
restore_into() {
  local folder=$1 code=0
  shift
  rm -rf "$folder"
  "$emend" restore --quiet "$@" -o "$folder" || code=$?
  ((code == 0 || code == 3)) || exit "$code"
}

# emend eval, going on where some documents could not be measured: it names them.
measure() {
  local code=0
  "$emend" eval "$@" || code=$?
  ((code == 0 || code == 3)) || exit "$code"
}
