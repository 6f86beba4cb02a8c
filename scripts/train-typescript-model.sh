#!/bin/bash
# Trains models/typescript.traineddata: Tesseract's LSTM for typewriting. Hours on one core; goes on where it stopped.
#
#   EMEND_DATA=data scripts/train-typescript-model.sh            lines, training, figures
#   EMEND_DATA=data scripts/train-typescript-model.sh lines      only the lines
#   EMEND_DATA=data scripts/train-typescript-model.sh training   only the training, on the lines that are there
#   EMEND_DATA=data scripts/train-typescript-model.sh figures    only the figures
#
# First everything learns from rendered lines. From there four models go their own way, each with real lines too:
# without-0, -1 and -2 leave out one third of the real documents and give the figures; typescript has all and ships.
# Needs what install-dependencies.sh --training installs. Parameters: below and in scripts/typescript/parameters.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/typescript/parameters.sh
what=${1:-all}

rendered_iterations=${RENDERED_ITERATIONS:-7500}
# More than those, on rendered and real lines together: of the models that give the figures, and of the one that ships.
figure_iterations=${FIGURE_ITERATIONS:-3000}
final_iterations=${FINAL_ITERATIONS:-5000}
# Last steps of the one that ships, small ones. 5,500 more of them made it worse on pages of other origin.
settling_iterations=${SETTLING_ITERATIONS:-2000}
# The list of rendered lines is read again after so many, so training can begin before all lines are made.
step=2500

train_all() {
  local reached fold other others
  for ((reached = step; reached <= rendered_iterations; reached += step)); do
    scripts/typescript/train.sh rendered "$reached" base rendered
  done
  # Smaller steps, so that few real lines do not push out what the many rendered ones taught.
  export LEARNING_RATE=0.0005 RESET_LEARNING_RATE=1
  for fold in 0 1 2; do
    others=()
    for other in 0 1 2; do [[ $other == "$fold" ]] || others+=("fold-$other"); done
    scripts/typescript/train.sh "without-$fold" $((rendered_iterations + figure_iterations)) rendered rendered "${others[@]}"
  done
  reached=$((rendered_iterations + final_iterations))
  scripts/typescript/train.sh typescript "$reached" rendered rendered fold-0 fold-1 fold-2
  LEARNING_RATE=0.0002 scripts/typescript/train.sh typescript $((reached + settling_iterations)) rendered \
    rendered fold-0 fold-1 fold-2
}

[[ $what == training || $what == figures ]] || scripts/typescript/make-lines.sh
[[ $what == lines || $what == figures ]] || train_all
[[ $what == lines || $what == training ]] || scripts/typescript/measure.sh
