# How every target of the project is compiled.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(emend_compiler INTERFACE)
target_compile_options(emend_compiler INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
target_include_directories(emend_compiler INTERFACE "${CMAKE_SOURCE_DIR}/src")

# g++ 12 sees overlaps in std::string that are not there once it optimises (https://gcc.gnu.org/PR105651).
target_compile_options(emend_compiler INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>)
target_compile_definitions(emend_compiler INTERFACE EMEND_VERSION="${PROJECT_VERSION}")

if(EMEND_WARNINGS_AS_ERRORS)
  target_compile_options(emend_compiler INTERFACE -Werror)
endif()
if(EMEND_SANITIZE)
  target_compile_options(emend_compiler INTERFACE
    -fsanitize=${EMEND_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(emend_compiler INTERFACE -fsanitize=${EMEND_SANITIZE})
  target_compile_definitions(emend_compiler INTERFACE EMEND_SANITIZED=1)
endif()
if(EMEND_FUZZ)
  target_compile_options(emend_compiler INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(EMEND_COVERAGE)
  target_compile_options(emend_compiler INTERFACE --coverage)
  target_link_options(emend_compiler INTERFACE --coverage)
endif()
if(EMEND_TIDY)
  set(CMAKE_CXX_CLANG_TIDY clang-tidy)
endif()
