#!/bin/bash
# Typed pages: emend restore beside plain Tesseract, page by page; and the same pages as one TIFF and one PDF.
#
#   EMEND_DATA=DIR tests/accuracy/typed_pages.sh
#
# Pages of typed/ehri whose truth leaves out the letterhead (*-US_01) are left out. Tesseract runs with its English model
# and no options; without the program 'tesseract' (Debian's tesseract-ocr) that part is skipped. The many-page files are
# made with convertformat and convertfilestopdf (leptonica-progs), tiffcp and tiffset (libtiff-tools), without loss; what
# is missing is skipped. The PDF claims 300 dpi whatever the page is, so its text tells how much such a claim matters.
# EMEND_PAGES is how many pages they have, 6 unless set.
#
# EMEND_MODELS_OF, if set, is a command that prints the models folder with which a page, told by its name, is read: of a
# model that has not seen it. Pages with the same folder are read together; the many-page files are read with the models
# that ship. common.sh tells the other variables.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly results=$work/typed
readonly pages_in_file=${EMEND_PAGES:-6}

has() { command -v "$1" >/dev/null; }

# Names the outputs that are missing or hold no letter, of the pages in $results/$set/pages.
tell_empty() {
  local set=$1 pattern=$2 page name file empty=()
  for page in "$results/$set"/pages/*; do
    name=$(basename "${page%.*}")
    file=${pattern//NAME/$name}
    [[ -f $file ]] && grep -q '[[:alpha:]]' "$file" || empty+=("$name")
  done
  echo "pages without text: ${#empty[@]}${empty[*]:+ (${empty[*]})}"
}

# restore_unseen FOLDER FLAG... -- PAGE...: restores each page into FOLDER with models that have not seen it.
restore_unseen() {
  local folder=$1 flags=() models page of=()
  shift
  while [[ $1 != -- ]]; do flags+=("$1"); shift; done
  shift
  declare -A pages_of=()
  for page in "$@"; do
    models=${EMEND_MODELS_OF:+$($EMEND_MODELS_OF "$(basename "${page%.*}")")}
    pages_of[${models:-.}]+=$page$'\n'
  done
  rm -rf "$folder"
  mkdir -p "$folder"
  for models in "${!pages_of[@]}"; do
    mapfile -t of < <(printf %s "${pages_of[$models]}")
    [[ $models == . ]] || of=(--models-dir "$models" "${of[@]}")
    restore_into "$folder.part" "${flags[@]}" "${of[@]}"
    mv "$folder.part"/*/ "$folder/"
  done
  rm -rf "$folder.part"
}

measure_set() {
  local set=$1 page
  title "$set, emend restore"
  SECONDS=0
  # The truths keep page numbers and catchwords.
  restore_unseen "$results/$set/restored" --isolated --ignore page-number,running-head,catchword -- "$results/$set"/pages/*
  echo "read and restored in $SECONDS s"
  tell_empty "$set" "$results/$set/restored/NAME/clean.txt"
  measure --join-hyphens --truth "$results/$set/truth" --output "$results/$set/restored" \
    --before "$results/$set/restored" --documents --html "$results/$set/eval.html"

  has tesseract || { echo "tesseract is not installed: no comparison"; return; }
  title "$set, tesseract"
  rm -rf "$results/$set/tesseract"
  mkdir -p "$results/$set/tesseract"
  SECONDS=0
  for page in "$results/$set"/pages/*; do
    tesseract "$page" "$results/$set/tesseract/$(basename "${page%.*}")" -l eng 2>/dev/null ||
      echo "tesseract failed on $page"
  done
  echo "read in $SECONDS s"
  tell_empty "$set" "$results/$set/tesseract/NAME.txt"
  measure --join-hyphens --truth "$results/$set/truth" --output "$results/$set/tesseract" --documents
}

# Compares the text of a file of many pages with that of its pages.
compare_file() {
  local set=$1 kind=$2 file=$3
  title "$set, one $kind of ${#pages[@]} pages"
  restore_into "$results/$set/many-$kind" "$file"
  local text=$results/$set/many-$kind/$(basename "${file%.*}")/clean.txt
  echo "against the text of the single pages:"
  measure --view strict --confusions 10 "$results/$set/singles.txt" "$text"
  echo "against the truth:"
  measure --view strict --join-hyphens --confusions 0 "$results/$set/many-truth.txt" "$text"
  [[ -f $results/$set/many-tesseract.txt ]] || return 0
  echo "the same pages read one by one by tesseract, against the truth:"
  measure --view strict --join-hyphens --confusions 0 "$results/$set/many-truth.txt" "$results/$set/many-tesseract.txt"
}

measure_files() {
  local set=$1 page name file folder=$results/$1/many
  pages=("$results/$set"/pages/*)
  pages=("${pages[@]:0:pages_in_file}")
  rm -rf "$folder"
  mkdir -p "$folder"
  : >"$results/$set/singles.txt"
  rm -f "$results/$set"/many-{truth,tesseract}.txt
  for page in "${pages[@]}"; do
    name=$(basename "${page%.*}")
    { cat "$results/$set/truth/$name.gt.txt"; echo; } >>"$results/$set/many-truth.txt"
    file=$results/$set/tesseract/$name.txt
    [[ -f $file ]] && { cat "$file"; echo; } >>"$results/$set/many-tesseract.txt"
    file=$results/$set/restored/$name/clean.txt
    [[ -f $file ]] && { cat "$file"; echo; } >>"$results/$set/singles.txt"
  done

  if has convertformat && has tiffcp; then
    for page in "${pages[@]}"; do
      file=$folder/$(basename "${page%.*}").tif
      convertformat "$page" "$file" TIFF 2>/dev/null
      # It claims 300 dpi where the page says nothing; take that back.
      for tag in XResolution YResolution ResolutionUnit; do tiffset -u "$tag" "$file" 2>/dev/null || true; done
    done
    tiffcp "$folder"/*.tif "$results/$set/many.tiff" 2>/dev/null
    compare_file "$set" tiff "$results/$set/many.tiff"
  else
    echo "convertformat or tiffcp is not installed: no TIFF"
  fi
  if has convertfilestopdf; then
    mkdir -p "$folder/pages"
    for page in "${pages[@]}"; do ln -s "$(realpath "$page")" "$folder/pages/"; done
    # Resolution 300, no scaling, encoding 3: flate, which loses nothing.
    convertfilestopdf "$folder/pages" allfiles 300 1.0 3 0 "$set" "$results/$set/many.pdf" >/dev/null 2>&1
    compare_file "$set" pdf "$results/$set/many.pdf"
  else
    echo "convertfilestopdf is not installed: no PDF"
  fi
}

for set in ehri fbi; do
  all=()
  for truth in "$data/typed/$set"/*.gt.txt; do [[ $truth == *-US_01.gt.txt ]] || all+=("$truth"); done
  link_first .gt.txt "$results/$set/truth" "${all[@]}"
  scans=()
  for truth in "$results/$set"/truth/*; do
    name=$(basename "$truth" .gt.txt)
    scans+=("$data/typed/$set/$name".{jpg,png})
  done
  found=()
  for scan in "${scans[@]}"; do [[ -f $scan ]] && found+=("$scan"); done
  link_first "" "$results/$set/pages" "${found[@]}"
  measure_set "$set"
  measure_files "$set"
done
echo
echo "results are in $work"
