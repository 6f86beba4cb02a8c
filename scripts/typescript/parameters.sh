# What the scripts for Tesseract's model of typescript share; read by each of them. Every value can be given from outside.

: "${EMEND_DATA:?set EMEND_DATA to the folder with prose/, tessdata/ and typed/}"
emend=${EMEND:-build/release/emend}
work=${EMEND_TRAINING:-/var/tmp/emend-typescript}  # 4 GB; everything in it can be made again
patience=${EMEND_NICE:-19}                         # nice -n

# The base: Tesseract's French model, which knows the accents, in floating point, as training needs it.
base=$EMEND_DATA/tessdata/fra_best_float.traineddata

# Rendered lines: so many texts, each on one machine with one wear, of so many lines.
batches=${BATCHES:-96}
lines_a_batch=${LINES_A_BATCH:-130}
variants=${VARIANTS:-2}            # how often each rendered page is cut
real_variants=${REAL_VARIANTS:-10} # the same for the scans of typed/ehri, of which there are few

# Documents of typed/ehri in three folds, so that every one of them can be read by a model that has not seen it.
fold_of() {
  case $1 in
    EHRI-ET-*) echo 0 ;;
    EHRI-DR-19390125-* | EHRI-DR-19390404-*) echo 1 ;;
    *) echo 2 ;;  # EHRI-BF-*, EHRI-DR-19400712-*
  esac
}

# One thread is eight times as fast as Tesseract's own choice.
export OMP_THREAD_LIMIT=1

say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*" >&2; }
