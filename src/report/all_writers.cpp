#include "report/writer.h"

namespace emend::report {

#define EMEND_WRITER(name) std::unique_ptr<Writer> make_##name##_writer();
#include "report/writer_list.def"

std::vector<std::unique_ptr<Writer>> all_writers() {
  std::vector<std::unique_ptr<Writer>> writers;
#define EMEND_WRITER(name) writers.push_back(make_##name##_writer());
#include "report/writer_list.def"
  return writers;
}

}  // namespace emend::report
