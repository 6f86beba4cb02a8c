// hOCR that is HTML rather than XHTML, so that a parser of XML takes it.
#pragma once

#include <string>

namespace emend::store {

// The same text with every byte in its place: element names in small letters; elements that HTML never closes (<meta>,
// <br>, <hr>, <img>, <link>, ...) and the insides of <script> and <style> as spaces. None of them carries text of the
// page. What HTML leaves open besides (<p>, <li>) stays open, and the parser says so. Pure.
std::string html_as_xml(std::string html);

}  // namespace emend::store
