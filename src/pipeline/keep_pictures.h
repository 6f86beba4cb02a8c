// The pictures of a page on its way to the engine, as files (--keep-intermediate).
#pragma once

#include <filesystem>

#include "base/result.h"
#include "image/clean.h"

namespace emend::pipeline {

// FOLDER/page-0001-02-deskew.png: sorted by name, the pictures tell the story of a page. Error: kUnwritable.
Status keep_pictures(const std::filesystem::path& folder, int number, const image::CleanedPage& cleaned);

}  // namespace emend::pipeline
