// The published schema of document.json.
#include <string>

#include <gtest/gtest.h>

#include "document/sample_document.h"
#include "store/document_file.h"
#include "store/schema_validation.h"

namespace emend::store {
namespace {

int validate_document(const std::string& bytes, const std::string& name) {
  return validate("document.schema.json", bytes, name);
}

// The sample with the first `from` replaced.
std::string sample_with(const std::string& from, const std::string& to) {
  std::string bytes = document_to_json(document::sample_document());
  const std::size_t at = bytes.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? bytes : bytes.replace(at, from.size(), to);
}

TEST(DocumentSchema, AcceptsWhatIsWritten) {
  EXPECT_EQ(validate_document(document_to_json(document::sample_document()), "document_good"), 0);
}

TEST(DocumentSchema, AcceptsASourceMap) {
  const document::Document document = document::sample_document();
  const edit::SourceMap map(document, edit::apply(document.raw.text(), {}));
  EXPECT_EQ(validate_document(document_to_json(document, &map), "document_source"), 0);
}

TEST(DocumentSchema, RefusesWhatTheReaderRefuses) {
  const std::string cases[] = {
      sample_with("\"kind\":\"heading\"", "\"kind\":\"poem\""),
      sample_with("[10,10,60,20]", "[10,10,-60,20]"),
      sample_with("\"confidence\":0.96", "\"confidence\":1.96"),
      sample_with("\"raw_text\":", "\"raw\":"),
  };
  for (const std::string& bytes : cases) {
    EXPECT_EQ(validate_document(bytes, "document_bad"), 1);
    EXPECT_FALSE(document_from_json(bytes, "document.json"));
  }
}

}  // namespace
}  // namespace emend::store
