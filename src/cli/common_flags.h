// Flags that every command has, with one meaning: --quiet, --verbose, --color.
#pragma once

#include "cli/command_line.h"
#include "cli/console.h"

namespace emend::cli {

struct CommonFlags {
  bool quiet = false;
  bool verbose = false;
  ColorWish color = ColorWish::kAuto;

  // Binds them to this object, which must outlive the parsing.
  void declare(Parser& parser) {
    parser.add_flag("-q,--quiet", quiet, "Say nothing but failures");
    parser.add_flag("-v,--verbose", verbose, "Say everything worth knowing, notes too");
    parser.add_option("--color", color, "Colours in the terminal")
        ->transform(one_of(std::map<std::string, ColorWish>{
            {"auto", ColorWish::kAuto}, {"always", ColorWish::kAlways}, {"never", ColorWish::kNever}}))
        ->default_str("auto");
  }
};

}  // namespace emend::cli
