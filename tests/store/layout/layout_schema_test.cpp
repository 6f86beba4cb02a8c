// Our samples are what the formats' own schemas call valid. EMEND_SCHEMAS names the folder of the published schemas:
// alto/alto-4-4.xsd, page/page-2019-07-15.xsd; without it there is nothing to hold them to.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "base/file.h"
#include "store/layout/layout_sample.h"

namespace emend::store {
namespace {

// The schemas of ALTO import one for links, which nobody needs a network for: its group of attributes is not used here.
constexpr const char* kLinks =
    "<schema xmlns='http://www.w3.org/2001/XMLSchema' targetNamespace='http://www.w3.org/1999/xlink'>"
    "<attributeGroup name='simpleLink'/></schema>";

TEST(LayoutSamples, AreValid) {
  const char* schemas = std::getenv("EMEND_SCHEMAS");
  if (schemas == nullptr) GTEST_SKIP() << "EMEND_SCHEMAS is not set";
  // A list of catalogs is parted by spaces, so their paths may have none.
  const std::string base = testing::TempDir() + "emend_" + std::to_string(::getpid()) + "_";
  ASSERT_TRUE(write_file(base + "xlink.xsd", kLinks));
  const std::string catalog =
      "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'><uri "
      "name='http://www.loc.gov/standards/xlink/xlink.xsd' uri='file://" +
      base + "xlink.xsd'/></catalog>";
  ASSERT_TRUE(write_file(base + "catalog.xml", catalog));
  for (const auto& [sample, schema] :
       {std::pair("letter-2.alto.xml", "alto/alto-2-0.xsd"), std::pair("letter-4.alto.xml", "alto/alto-4-4.xsd"),
        std::pair("letter.page.xml", "page/page-2019-07-15.xsd")}) {
    const std::string command = "XML_CATALOG_FILES='" + base + "catalog.xml' xmllint --noout --nonet --schema '" +
                                schemas + "/" + schema + "' '" + sample_path(sample) + "' 2> '" + base + "said'";
    EXPECT_EQ(std::system(command.c_str()), 0) << sample << ": " << read_file(base + "said").value_or("");
  }
  for (const char* made : {"xlink.xsd", "catalog.xml", "said"}) std::filesystem::remove(base + made);
}

}  // namespace
}  // namespace emend::store
