// What is not clean, and where: the unit of every output format.
//
// A finding says its place in every unit that a receiver may count in, so that no format needs the text again.
// Plain values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "document/box.h"
#include "text/span.h"

namespace emend::check {

enum class Level {
  kError,    // would be repaired without a person
  kWarning,  // is only proposed
  kNote,     // worth a look: nothing can be proposed
};

// A place in a file. Everything counts from 1.
struct FilePlace {
  std::size_t line = 1;
  std::size_t byte = 1;       // columns: bytes of UTF-8
  std::size_t character = 1;  // code points
  std::size_t utf16 = 1;      // code units of UTF-16
  friend bool operator==(const FilePlace&, const FilePlace&) = default;
};

struct Finding {
  std::string rule;
  std::string message;  // a short sentence without a full stop
  Level level = Level::kWarning;
  text::Span span;  // of the file's text in UTF-8, without byte-order mark; of the file itself for a layout
  FilePlace begin;
  FilePlace end;  // exclusive
  std::string before;
  std::string after;
  bool has_fix = false;           // `after` could stand instead of `before`
  bool is_plain_fix = true;       // putting `after` over the span is all that the fix takes; not so in some layouts
  bool is_safe = false;           // and may without a person
  double probability = 1;         // that it is a fault, 0 to 1
  double fix_probability = 1;     // that `after` is what is meant, where there is a fix
  bool is_marked = false;         // an inline mark says not to tell it
  std::string key;                // by content, not by place: edit::anchor_keys
  std::string excerpt;            // the line that it begins on, or the middle of a long one
  std::size_t excerpt_begin = 0;  // bytes of the line before the excerpt

  // Of a layout with boxes.
  int page = 0;  // 0: none
  document::Box box;
  std::string image;  // as the layout names it; may be empty
};

using Findings = std::vector<Finding>;

// Why findings are not told.
struct IgnoredCounts {
  std::size_t by_mark = 0;      // inline
  std::size_t by_decision = 0;  // rejected by a person
  std::size_t by_baseline = 0;
  std::size_t by_config = 0;  // per-file-ignores

  std::size_t total() const { return by_mark + by_decision + by_baseline + by_config; }
};

// What a run says of one file.
struct FileReport {
  std::string name;  // as it is shown: relative to the working folder where it lies below it
  Findings findings;
  IgnoredCounts ignored;
  Problems problems;
  bool is_of_corpus = false;  // the file was told before; these are findings of the whole corpus
  bool has_failed = false;    // it could not be checked; the problems tell why
  std::size_t words = 0;
  std::size_t applied = 0;  // changes written by --fix
  std::string diff;         // with --diff
};

}  // namespace emend::check
