#include "check/format.h"

namespace emend::check {

#define EMEND_FORMAT(name) std::unique_ptr<Format> make_##name##_format(const FormatOptions& options);
#include "check/format_list.def"
#undef EMEND_FORMAT

std::vector<FormatInfo> all_format_infos() {
  std::vector<FormatInfo> infos;
#define EMEND_FORMAT(name) infos.push_back(make_##name##_format({})->info());
#include "check/format_list.def"
#undef EMEND_FORMAT
  return infos;
}

std::unique_ptr<Format> make_format(std::string_view name, const FormatOptions& options) {
#define EMEND_FORMAT(wanted) \
  if (name == #wanted) return make_##wanted##_format(options);
#include "check/format_list.def"
#undef EMEND_FORMAT
  return nullptr;
}

}  // namespace emend::check
