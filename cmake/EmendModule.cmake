# emend_module(NAME SOURCES a.cpp ... USES lower modules ... LIBRARIES third-party targets ...)
#
# One folder of src/ as the static library emend_NAME. USES names the modules that its headers or sources
# include; tests/house/layering_test holds the #include lines to the table of docs/architecture.md.
# LIBRARIES are linked privately: their headers stay in the adapter files of the module.
function(emend_module name)
  cmake_parse_arguments(module "" "" "SOURCES;USES;LIBRARIES;PUBLIC_LIBRARIES" ${ARGN})
  if(module_SOURCES)
    add_library(emend_${name} STATIC ${module_SOURCES})
    list(TRANSFORM module_USES PREPEND emend_)
    target_link_libraries(emend_${name} PUBLIC emend_compiler ${module_USES} ${module_PUBLIC_LIBRARIES})
    target_link_libraries(emend_${name} PRIVATE ${module_LIBRARIES})
  endif()
endfunction()

# emend_listed_sources(OUT LIST_FILE MACRO FOLDER SUFFIX)
#
# The sources that a .def list names: MACRO(a, b) becomes FOLDER/a/b SUFFIX, MACRO(a) becomes FOLDER/a SUFFIX.
# So a new rule, step or format is one file and one line, and the build needs no third.
function(emend_listed_sources out list_file macro folder suffix)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${list_file}")
  file(STRINGS "${list_file}" lines REGEX "^${macro}\\(")
  set(sources "")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^${macro}\\(([^)]*)\\).*$" "\\1" arguments "${line}")
    string(REGEX REPLACE "[ ]*,[ ]*" "/" path "${arguments}")
    list(APPEND sources "${folder}/${path}${suffix}")
  endforeach()
  set(${out} ${sources} PARENT_SCOPE)
endfunction()
