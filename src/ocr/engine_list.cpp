#include "ocr/engine_list.h"

#include <string>

namespace emend::ocr {

std::vector<std::string_view> engine_names() {
  return {
#define EMEND_ENGINE(name) #name,
#include "ocr/engine_list.def"
#undef EMEND_ENGINE
  };
}

Result<document::Line> Engine::read_line(const image::Picture&) {
  return fail(ErrorKind::kUsage, "", "this engine reads whole pages only");
}

Result<std::unique_ptr<Engine>> make_engine(std::string_view name, const EngineOptions& options) {
#define EMEND_ENGINE(listed) \
  if (name == #listed) return make_##listed##_engine(options);
#include "ocr/engine_list.def"
#undef EMEND_ENGINE
  std::string names;
  for (const std::string_view known : engine_names()) names += (names.empty() ? "" : ", ") + std::string(known);
  return fail(ErrorKind::kUsage, std::string(name), "is no OCR engine", "use one of: " + names);
}

}  // namespace emend::ocr
