#!/bin/bash
# Makes the lines that the model for typescript is trained on: rendered ones and those of the open typed pages.
# Goes on where it was interrupted. Writes $work/lines/*.lstmf and $work/lists/{rendered,fold-0,fold-1,fold-2}.txt.
#
#   scripts/typescript/make-lines.sh            all of them
#   scripts/typescript/make-lines.sh rendered   only the rendered ones
#   scripts/typescript/make-lines.sh real       only the real ones
set -euo pipefail
here=$(dirname "$0")
. "$here/parameters.sh"
what=${1:-all}
mkdir -p "$work"/{texts,pages,lines,lists,real}

# One file of lines for training out of each sheet.
pack() {
  local sheet
  for sheet in "$@"; do
    nice -n "$patience" tesseract "$sheet" "${sheet%.png}" --psm 13 lstm.train >"$work/pack.log" 2>&1
    rm -f "$sheet" "${sheet%.png}.box"
  done
}

# The same number between 0 and $2 for the same words.
chance() { echo $((0x$(printf '%s' "$1" | md5sum | cut -c1-8) % $2)); }
chosen() {  # chosen SEED WORD...: one of the words
  local seed=$1
  shift
  local words=("$@")
  echo "${words[$(chance "$seed" ${#words[@]})]}"
}

make_passages() {
  [[ -s $work/passages.txt ]] && return
  say "choosing passages of prose"
  {
    nice -n "$patience" "$here/training_text.py" passages "$EMEND_DATA/prose/records-and-history.txt.xz" 1 9000
    nice -n "$patience" "$here/training_text.py" passages "$EMEND_DATA/prose/books-1860-on.txt.xz" 2 3000
  } >"$work/passages.new"
  mv "$work/passages.new" "$work/passages.txt"
}

make_rendered() {
  make_passages
  # Mild wear more often than bad: too much damage trains worse models than too little.
  local wears=(clean clean clean clean office office office office office carbon carbon carbon mimeo mimeo ruin)
  local faces=(gnu-typewriter gnu-typewriter gnu-typewriter courier-prime courier-prime courier-prime-bold tlwg-typewriter
    tlwg-typewriter free-mono free-mono-bold tlwg-mono tlwg-mono-bold nimbus-mono nimbus-mono-bold tex-gyre-cursor
    latin-modern-mono latin-modern-mono-light latin-modern-mono-bold cmu-typewriter liberation-mono)
  local i name one
  for ((i = 1; i <= batches; i++)); do
    name=$(printf 'batch%03d' "$i")
    [[ -e $work/lines/$name.done ]] && continue
    "$here/training_text.py" batch "$work/passages.txt" "$i" "$lines_a_batch" >"$work/texts/$name.txt"
    # Every third machine has no key for 1, as those that the base never saw; readers want the figure all the same.
    one=()
    ((i % 3 == 0)) && one=(--l-for-one)
    nice -n "$patience" "$emend" synth "$work/texts/$name.txt" -o "$work/pages" --png --baselines --underlines "${one[@]}" --quiet -j 1 \
      --seed "$i" --skew 0.4 --typeface "$(chosen "face $i" "${faces[@]}")" --wear "$(chosen "wear $i" "${wears[@]}")" \
      --pitch "$(chosen "pitch $i" 10 10 10 12 12 15)" --dpi "$(chosen "dpi $i" 200 240 300)"
    if ((i % 3 == 0)); then
      sed -E -i ':a; s/([0-9])l/\11/; s/(\t|[^A-Za-z0-9])l([0-9])/\11\2/; ta' "$work/pages/$name"-*.baselines.tsv
    fi
    nice -n "$patience" "$emend" train lines "$work/pages/$name"-*.png -o "$work/lines" --seed "$i" \
      --variants "$variants" --mild 0.4 >"$work/cut.log"
    rm -f "$work/pages/$name"-*
    pack "$work/lines/$name"-*.png
    touch "$work/lines/$name.done"
    say "$name is done"
    list rendered "$work"/lines/batch*.lstmf
  done
}

# Picture and base lines of each open typed page, from the ALTO files that came with them.
make_real() {
  local alto name fold
  for alto in "$EMEND_DATA"/typed/ehri/*.alto.xml; do
    name=$(basename "$alto" .alto.xml)
    [[ -e $work/lines/$name.done ]] && continue
    ln -sf "$EMEND_DATA/typed/ehri/$name.jpg" "$work/real/$name.jpg"
    "$here/baselines_of_alto.py" "$alto" >"$work/real/$name.baselines.tsv"
    nice -n "$patience" "$emend" train lines "$work/real/$name.jpg" -o "$work/lines" --variants "$real_variants" --snap >"$work/cut.log"
    pack "$work/lines/$name"-*.png
    touch "$work/lines/$name.done"
  done
  for fold in 0 1 2; do
    for alto in "$EMEND_DATA"/typed/ehri/*.alto.xml; do
      name=$(basename "$alto" .alto.xml)
      [[ $(fold_of "$name") == "$fold" ]] && printf '%s\n' "$work/lines/$name"-*.lstmf
    done >"$work/lists/fold-$fold.txt"
  done
  say "the real lines are done"
}

list() {
  local name=$1
  shift
  printf '%s\n' "$@" >"$work/lists/$name.new"
  mv "$work/lists/$name.new" "$work/lists/$name.txt"
}

[[ $what == real ]] || make_rendered
[[ $what == rendered ]] || make_real
