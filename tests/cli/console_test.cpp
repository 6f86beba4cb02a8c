#include "cli/console.h"

#include <sstream>

#include <gtest/gtest.h>

namespace emend::cli {
namespace {

struct Streams {
  std::ostringstream out;
  std::ostringstream err;
  Console console{out, err, false, false};
};

TEST(Console, AnErrorNamesTheFileWhatHappenedAndWhatToTry) {
  Streams streams;
  streams.console.complain({ErrorKind::kMissing, "page.png", "there is no such file", "check the spelling"});
  EXPECT_EQ(streams.err.str(), "emend: page.png: there is no such file; check the spelling\n");
  EXPECT_EQ(streams.out.str(), "");
}

TEST(Console, HostileNamesCannotReachTheTerminal) {
  Streams streams;
  streams.console.complain({ErrorKind::kMissing, "\x1b]0;owned\x07.png", "there is no such file", ""});
  EXPECT_EQ(streams.err.str().find('\x1b'), std::string::npos);
  EXPECT_EQ(streams.err.str().find('\x07'), std::string::npos);
}

TEST(Console, QuietKeepsOnlyFailures) {
  Streams streams;
  streams.console.set_quiet(true);
  streams.console.say("2 restored");
  streams.console.report("a.txt", {Severity::kWarning, {ErrorKind::kUnreadable, "", "a guess", ""}, 0});
  EXPECT_EQ(streams.err.str(), "");
  streams.console.report("a.txt", {Severity::kFailure, {ErrorKind::kUnreadable, "", "is damaged", ""}, 3});
  EXPECT_EQ(streams.err.str(), "failed: a.txt, page 3: is damaged\n");
}

TEST(Console, NotesNeedVerbose) {
  Streams streams;
  const Problem note{Severity::kNote, {ErrorKind::kUnreadable, "", "read as UTF-16LE", ""}, 0};
  streams.console.report("a.txt", note);
  EXPECT_EQ(streams.err.str(), "");
  streams.console.set_verbose(true);
  streams.console.report("a.txt", note);
  EXPECT_EQ(streams.err.str(), "note: a.txt: read as UTF-16LE\n");
}

TEST(Console, ColourOnlyWhereItIsWished) {
  Streams streams;
  EXPECT_EQ(streams.console.styled_out(Style::kRed, "x"), "x");
  streams.console.set_color(ColorWish::kAlways);
  EXPECT_EQ(streams.console.styled_out(Style::kRed, "x"), "\x1b[31mx\x1b[0m");
}

}  // namespace
}  // namespace emend::cli
