#include "check/format.h"

namespace emend::check {

#define EMEND_FORMAT(name) std::unique_ptr<Format> make_##name##_format(const FormatOptions& options);
#include "check/format_list.def"
#undef EMEND_FORMAT

std::vector<std::string> format_names() {
  return {
#define EMEND_FORMAT(name) #name,
#include "check/format_list.def"
#undef EMEND_FORMAT
  };
}

std::unique_ptr<Format> make_format(std::string_view name, const FormatOptions& options) {
#define EMEND_FORMAT(wanted) \
  if (name == #wanted) return make_##wanted##_format(options);
#include "check/format_list.def"
#undef EMEND_FORMAT
  return nullptr;
}

}  // namespace emend::check
