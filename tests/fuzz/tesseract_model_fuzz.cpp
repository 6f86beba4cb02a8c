// Models and languages for Tesseract, checked before it sees them: any bytes are a list of names fit for a path or no
// list, and a model file is taken or refused.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include "expect.h"
#include "memory_file.h"
#include "ocr/model_folder.h"

namespace {

// A folder whose "eng.traineddata" leads to the input of each run.
const std::filesystem::path& folder() {
  static const std::filesystem::path path = [] {
    std::string name = (std::filesystem::temp_directory_path() / "emend-fuzz-XXXXXX").string();
    FUZZ_EXPECT(::mkdtemp(name.data()) != nullptr);
    std::atexit([] {
      std::error_code ignored;
      std::filesystem::remove_all(folder(), ignored);
    });
    return std::filesystem::path(name);
  }();
  return path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (const auto names = emend::ocr::language_names({reinterpret_cast<const char*>(data), size})) {
    FUZZ_EXPECT(!names->empty());
    for (const std::string& name : *names) FUZZ_EXPECT(!name.empty() && name.find_first_of("/.") == std::string::npos);
  }
  const emend::fuzz::MemoryFile file(data, size);
  const std::filesystem::path model = folder() / "eng.traineddata";
  std::filesystem::remove(model);
  std::filesystem::create_symlink(file.path(), model);
  const auto checked = emend::ocr::check_models(folder(), {"eng"});
  if (!checked) FUZZ_EXPECT(checked.error().kind == emend::ErrorKind::kUnreadable);
  return 0;
}
