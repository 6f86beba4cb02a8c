// One reader for each format; layout_file.cpp chooses. They are given a tree and append pages and words to the file.
#pragma once

#include "base/result.h"
#include "store/layout/layout_file.h"
#include "store/layout/xml_tree.h"

namespace emend::store {

// `markup`: the text as it was before html_as_xml, for what its <meta> elements say.
void read_hocr(const XmlTree& tree, std::string_view markup, LayoutFile& file);
void read_alto(const XmlTree& tree, std::size_t root, const LayoutOptions& options, LayoutFile& file);
void read_page_xml(const XmlTree& tree, std::size_t root, const LayoutOptions& options, LayoutFile& file);

}  // namespace emend::store
