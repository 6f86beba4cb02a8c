#!/bin/bash
# Trains Tesseract's LSTM on the lines of make-lines.sh. Every call goes on from its last checkpoint.
#
#   train.sh NAME ITERATIONS FROM LIST...
#
# NAME is the model's; ITERATIONS is the count at which it stops, counting those of FROM; FROM is "base" or the name of
# another model; LIST are names of lists of lines. Writes $work/models/NAME.traineddata, integers, ready to be read with.
set -euo pipefail
here=$(dirname "$0")
. "$here/parameters.sh"
name=$1 iterations=$2 from=$3
shift 3
rate=${LEARNING_RATE:-0.001}
mkdir -p "$work"/{starter,checkpoints,models}

# A model without knowledge: our characters, Tesseract's English words.
make_starter() {
  [[ -s $work/starter/typescript/typescript.traineddata ]] && return
  say "making the starter"
  unicharset_extractor --output_unicharset "$work/starter/unicharset" --norm_mode 1 "$here/characters.txt"
  local tables=$work/starter/tables
  mkdir -p "$tables" "$work/starter/typescript"
  ln -sf "$EMEND_DATA"/tessdata/{Latin.unicharset,Latin.xheights,radical-stroke.txt} "$tables"
  combine_lang_model --input_unicharset "$work/starter/unicharset" --script_dir "$tables" \
    --words "$EMEND_DATA/tessdata/langdata_lstm_eng.wordlist" --puncs "$EMEND_DATA/tessdata/langdata_lstm_eng.punc" \
    --numbers "$EMEND_DATA/tessdata/langdata_lstm_eng.numbers" --output_dir "$work/starter" --lang typescript
}
make_starter
starter=$work/starter/typescript/typescript.traineddata
[[ -s $work/starter/base.lstm ]] || combine_tessdata -e "$base" "$work/starter/base.lstm" >/dev/null 2>&1

origin=(--continue_from "$work/starter/base.lstm" --old_traineddata "$base")
if [[ $from != base && ! -e $work/checkpoints/${name}_checkpoint ]]; then
  cp "$work/checkpoints/${from}_checkpoint" "$work/checkpoints/${name}_checkpoint"
fi
for list in "$@"; do cat "$work/lists/$list.txt"; done >"$work/lists/of-$name.txt"

say "training $name on $(wc -l <"$work/lists/of-$name.txt") sheets up to $iterations iterations"
# Its exit code says nothing: it is 1 too when the iterations are done.
nice -n "$patience" lstmtraining "${origin[@]}" --traineddata "$starter" --train_listfile "$work/lists/of-$name.txt" \
  --model_output "$work/checkpoints/$name" --max_iterations "$iterations" --learning_rate "$rate" \
  ${RESET_LEARNING_RATE:+--reset_learning_rate} --target_error_rate 0.0001 --debug_interval 0 \
  >>"$work/checkpoints/$name.log" 2>&1 || true

lstmtraining --stop_training --convert_to_int --continue_from "$work/checkpoints/${name}_checkpoint" \
  --traineddata "$starter" --model_output "$work/models/$name.traineddata" >/dev/null 2>&1
say "$(tail -n 1 "$work/checkpoints/$name.log")"
