#!/bin/bash
# Installs what emend needs from Debian 12 (bookworm), and nothing else.
#
#   scripts/install-dependencies.sh              what building, testing and running need
#   scripts/install-dependencies.sh --developer  also what the tidy and fuzz presets and formatting need
#   scripts/install-dependencies.sh --training   also what training the model of typescript needs
#   scripts/install-dependencies.sh --list       only says which packages are missing; exit code 1 if any is
#
# Why the project uses each library is told in docs/dependencies.md.
set -euo pipefail

# package  what it is here for
needed="
  build-essential            compiler, linker and the C library's headers
  cmake                      describes the build
  ninja-build                runs the build
  pkg-config                 tells CMake where libraries are
  libtesseract-dev           reads letters from pictures
  libleptonica-dev           the pictures that Tesseract takes
  tesseract-ocr-eng          Tesseract's model of English
  tesseract-ocr-osd          Tesseract's model of orientation and script
  libopencv-core-dev         cleaning of pictures: arrays
  libopencv-imgproc-dev      cleaning of pictures: filters
  libtiff-dev                TIFF with many pages and odd sample formats
  libpng-dev                 PNG with its resolution
  libjpeg-dev                JPEG with its resolution and orientation
  libpoppler-glib-dev        PDF pages as pictures
  libcairo2-dev              the surface that poppler draws on
  libfreetype-dev            draws the letters of synthetic pages
  libhunspell-dev            dictionaries: the library
  hunspell-en-us             dictionaries: American spelling
  hunspell-en-gb             dictionaries: British spelling
  libicu-dev                 Unicode properties and the encodings of old text files
  libcli11-dev               the command line
  liblzma-dev                training text that is packed with xz
  libfmt-dev                 formatted text
  nlohmann-json3-dev         JSON
  libpugixml-dev             hOCR, ALTO and PAGE
  libexpected-dev            results that may be errors
  libxxhash-dev              fingerprints of contents
  libtomlplusplus-dev        emend.toml
  libgtest-dev               tests
  libgmock-dev               tests: matchers
  libbenchmark-dev           benchmarks
  patch                      a test applies changes.diff with it
  python3                    tests of the published schemas
  python3-jsonschema         tests of the published schemas
  python3-yaml               tests of the recipes for CI systems
  libxml2-utils              tests of the published schemas: xmllint
  fonts-gnutypewriter        a worn typewriter face for synthetic pages
  fonts-courier-prime        a clean typewriter face for synthetic pages
  fonts-tlwg-typewriter-ttf  a light typewriter face for synthetic pages
  fonts-freefont-ttf         a print face, for letters that the others lack
"
for_developers="
  clang                      the tidy and fuzz presets
  clang-tidy                 the tidy preset
  clang-format               formatting
  ccache                     quick rebuilds
  gcovr                      the figures of the coverage preset
  codespell                  tests/bench/check_speed.sh
  hunspell                   the same
  pre-commit                 tries the hooks of .pre-commit-hooks.yaml
  debootstrap                scripts/prove-on-bare-debian.sh
"
for_training="
  tesseract-ocr              trains and converts Tesseract's models
  fonts-tlwg-mono-ttf        typewriter faces for lines to train on
  fonts-urw-base35           the same
  fonts-texgyre              the same
  fonts-lmodern              the same
  fonts-cmu                  the same
  fonts-liberation           a face as of teletypes
"

only_list=false
for argument in "$@"; do
  case $argument in
    --developer) needed+=$for_developers ;;
    --training) needed+=$for_training ;;
    --list) only_list=true ;;
    *)
      echo "unknown argument: $argument (known: --developer, --training, --list)" >&2
      exit 2
      ;;
  esac
done

mapfile -t packages < <(awk 'NF { print $1 }' <<<"$needed")

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This is not a Debian system: apt-get was not found. Install what corresponds to these packages of Debian 12:" >&2
  printf '  %s\n' "${packages[@]}" >&2
  exit 2
fi

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $state == installed ]] || missing+=("$package")
done

if ((${#missing[@]} == 0)); then
  echo "All ${#packages[@]} packages are installed already."
  exit 0
fi
if $only_list; then
  printf '%s\n' "${missing[@]}"
  exit 1
fi

as_root=()
if ((EUID != 0)); then
  if ! command -v sudo >/dev/null; then
    echo "${#missing[@]} packages are missing, and installing them needs root or sudo. As root, run:" >&2
    echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 2
  fi
  as_root=(sudo)
fi

echo "Installing ${#missing[@]} of ${#packages[@]} packages: ${missing[*]}"
run_apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 "$@"; }
if ! run_apt update || ! run_apt install --no-install-recommends "${missing[@]}"; then
  echo "The packages could not be installed; apt's own message stands above." >&2
  echo "Needed is Debian 12 (bookworm) with its main component, and a mirror that can be reached." >&2
  exit 2
fi
