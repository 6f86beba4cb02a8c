#include "store/schema_validation.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.h"

namespace emend::store {

namespace fs = std::filesystem;

int validate(const std::string& schema, const std::string& lines, const std::string& name) {
  const fs::path folder = testing::TempDir();
  const fs::path file = folder / ("emend_" + std::to_string(::getpid()) + name + ".jsonl");
  EXPECT_TRUE(write_file(file, lines).has_value());
  const std::string script =
      "import json, sys\n"
      "import jsonschema\n"
      "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
      "jsonschema.Draft7Validator.check_schema(schema)\n"
      "validator = jsonschema.Draft7Validator(schema)\n"
      "lines = [json.loads(line) for line in open(sys.argv[2], encoding='utf-8', newline='\\n')]\n"
      "problems = [p.message for line in lines for p in validator.iter_errors(line)]\n"
      "print(problems)\n"
      "sys.exit(0 if not problems else 10)\n";
  const fs::path program = folder / ("emend_" + std::to_string(::getpid()) + name + ".py");
  EXPECT_TRUE(write_file(program, script).has_value());
  const std::string schema_file = std::string(EMEND_SOURCE_DIR) + "/docs/formats/" + schema;
  const std::string command = "python3 '" + program.string() + "' '" + schema_file + "' '" + file.string() + "'";
  const int status = std::system(command.c_str());
  fs::remove(file);
  fs::remove(program);
  if (status == 0) return 0;
  return WIFEXITED(status) && WEXITSTATUS(status) == 10 ? 1 : 2;
}

}  // namespace emend::store
