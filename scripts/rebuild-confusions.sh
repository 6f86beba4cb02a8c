#!/bin/bash
# Rebuilds models/confusions-*.tsv and models/decoder.calibration from open data; models/README.md tells what they are.
#
#   EMEND_DATA=DIR scripts/rebuild-confusions.sh [print|tesseract|typescript|calibration]...
#
# All four without arguments; an hour or two on two cores, most of it for reading pages with Tesseract.
#
#   EMEND_DATA     the folder of the open data; must be set
#   EMEND          the program; build/release/emend of this checkout unless set
#   EMEND_WORK     where texts and pages go; a new temporary folder unless set. Pages that were read there are not read again
#   EMEND_RESULTS  where the results go; models/ of this checkout unless set
set -euo pipefail

readonly checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly data=${EMEND_DATA:?set EMEND_DATA to the folder of the open data}
readonly emend=${EMEND:-$checkout/build/release/emend}
readonly work=${EMEND_WORK:-$(mktemp -d -t emend-confusions.XXXXXX)}
readonly models=${EMEND_RESULTS:-$checkout/models}
export OMP_THREAD_LIMIT=1  # Tesseract's own threads only get in each other's way

# Books and typed documents that take part; all others of these sets are left for measuring.
readonly books=(catholichistory eugenics ohiovets)
readonly typed=(EHRI-BF-19380509b_EN EHRI-BF-19380805_EN EHRI-BF-19380810_EN)
# Passages that are typed for the purpose, each on a machine of its own: the first ones of so many from all over the records.
readonly passages=48
readonly typed_passages=28
readonly wears=(office carbon mimeo)

# pair FOLDER NAME TEXT TRUTH: links both there under the names that emend train looks for.
pair() {
  mkdir -p "$1"
  ln -sf "$(realpath "$3")" "$1/$2.ocr.txt"
  ln -sf "$(realpath "$4")" "$1/$2.gt.txt"
}

# Documents of overproof whose name has an MD5 that begins with an even digit, and the odd pages of birds1907.
newspapers_and_birds() {
  local truth name hash
  rm -rf "$work/pairs/print"
  for truth in "$data"/text/overproof/*.gt.txt; do
    name=$(basename "$truth" .gt.txt)
    hash=$(printf %s "$name" | md5sum)
    [[ $hash == [02468ace]* ]] || continue
    pair "$work/pairs/print" "$name" "${truth%.gt.txt}.ocr.txt" "$truth"
  done
  for truth in "$data"/text/birds1907/*[13579].gt.txt; do
    name=$(basename "$truth" .gt.txt)
    pair "$work/pairs/print" "birds1907-$name" "${truth%.gt.txt}.ocr.txt" "$truth"
  done
}

# read_pages SET PICTURE...: what Tesseract makes of the pictures, beside NAME.gt.txt of the same folder.
read_pages() {
  local set=$1 picture name
  shift
  "$emend" restore --quiet --isolated "$@" -o "$work/read/$set"
  for picture in "$@"; do
    name=$(basename "${picture%.*}")
    pair "$work/pairs/$set" "$name" "$work/read/$set/$name/raw.txt" "${picture%.*}.gt.txt"
  done
}

# Passages of some 2,200 characters from all over the records, in lines as a typist would set them.
passages() {
  mkdir -p "$work/passages"
  xzcat "$data/prose/records-and-history.txt.xz" |
    sed "s/[‘’]/'/g; s/[“”]/\"/g; s/—/--/g; s/–/-/g; s/_//g" |
    LC_ALL=C awk -v pages="$passages" -v typed="$typed_passages" -v folder="$work/passages" '
      BEGIN { RS = ""; stride = 52000000 / pages; size = 9999; page = -1 }
      {
        gsub(/[ \n]+/, " ")
        all += length($0)
        if (length($0) < 40 || length($0) > 1500 || /[^ -~]/ || /^ ?====/) next
        if (size > 2200) {
          if (all < (page + 1.5) * stride || page + 1 >= typed) next
          size = 0
          file = sprintf("%s/synthetic%03d.txt", folder, ++page)
          printf "" > file
        }
        size += length($0)
        print "     " $0 "\n" > file
      }'
  for passage in "$work"/passages/*.txt; do
    fold -s -w 62 "$passage" >"$passage.folded"
    mv "$passage.folded" "$passage"
  done
}

make_print() {
  newspapers_and_birds
  "$emend" train confusions "$work/pairs/print" --output "$models/confusions-print.tsv" --origin \
"Confusions of printed matter, mostly newspapers of 1842-1954: half of the documents of the set overproof (those whose
name has an MD5 that begins with an even digit) and the odd pages of birds1907. Computed numbers, CC0 1.0.
How to rebuild this file: models/README.md."
}

make_tesseract() {
  local book pages=()
  for book in "${books[@]}"; do pages+=("$data"/print/"$book"/*.png); done
  read_pages tesseract "${pages[@]}"
  "$emend" train confusions "$work/pairs/tesseract" --output "$models/confusions-tesseract.tsv" --origin \
"Confusions of Tesseract 5 on printed books: 38 pages of three books in the public domain, read by emend restore.
Computed numbers, CC0 1.0. How to rebuild this file: models/README.md."
}

make_typescript() {
  local passage document pages=() number=0
  passages
  for passage in "$work"/passages/*.txt; do
    [[ -e $work/typed/$(basename "$passage" .txt)-0001.jpg ]] ||
      "$emend" synth "$passage" -o "$work/typed" --wear "${wears[number % 3]}" --seed "$((500 + number))" --jobs 1 --quiet
    ((++number))
  done
  pages=("$work"/typed/*.jpg)
  for document in "${typed[@]}"; do pages+=("$data"/typed/ehri/"$document"*.jpg); done
  read_pages typescript "${pages[@]}"
  "$emend" train confusions "$work/pairs/typescript" --output "$models/confusions-typescript.tsv" --origin \
"Confusions of Tesseract 5 on typewritten pages: 28 passages of records in the public domain, typed by emend synth with
the wears office, carbon and mimeo, and 6 pages of three documents of the set FloChiff/ehri-dataset (CC-BY 4.0), read by
emend restore. Computed numbers, CC0 1.0. How to rebuild this file: models/README.md."
}

make_calibration() {
  newspapers_and_birds
  "$emend" train calibration "$work/pairs/print" --output "$models/decoder.calibration" --origin \
"Fitted on half of the documents of the set overproof (those whose name has an MD5 that begins with an even digit) and
the odd pages of birds1907, each half of them decoded with the confusions of the other half, and on their true texts as
if they were recognised ones. Computed numbers, CC0 1.0. How to rebuild this file: models/README.md."
}

[[ -x $emend ]] || { echo "$emend is not there; build it, or set EMEND" >&2; exit 2; }
parts=("$@")
((${#parts[@]})) || parts=(print tesseract typescript calibration)
for part in "${parts[@]}"; do
  case $part in
    print | tesseract | typescript | calibration) "make_$part" ;;
    *) sed -n '4,5s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
done
