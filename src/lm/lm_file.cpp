#include "lm/lm_file.h"

#include "base/content_hash.h"
#include "lm/bits.h"

namespace emend::lm {
namespace {

// The layout of the header: magic, version, number of sections, checksum of the table, and the table.
constexpr std::size_t kChecksumBytes = 32;
constexpr std::size_t kVersionOffset = 8;
constexpr std::size_t kCountOffset = 12;
constexpr std::size_t kTableChecksumOffset = 16;
constexpr std::size_t kTableOffset = kTableChecksumOffset + kChecksumBytes;
constexpr std::size_t kEntryBytes = 8 + 8 + kChecksumBytes;  // offset, size, checksum
constexpr std::size_t kHeaderBytes = kTableOffset + kSectionCount * kEntryBytes;

template <typename T>
void append_value(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Sections begin at multiples of 8 bytes, with at least the slack between them.
void pad(std::string& out) { out.append(kBitSlackBytes + (8 - out.size() % 8) % 8, '\0'); }

}  // namespace

tl::unexpected<Error> unreadable_model(const std::string& subject, const std::string& what) {
  return fail(ErrorKind::kUnreadable, subject, what, "install the model again, or rebuild it with emend train lm");
}

Result<Sections> read_sections(std::string_view bytes, const std::string& subject) {
  if (bytes.substr(0, kMagic.size()) != kMagic) return unreadable_model(subject, "is not a language model of emend");
  if (bytes.size() < kHeaderBytes) return unreadable_model(subject, "the language model is cut off in its header");
  const auto version = read_value<std::uint32_t>(bytes.data(), kVersionOffset);
  if (version != kFormatVersion)
    return unreadable_model(subject, "has version " + std::to_string(version) + " of the language model format, not " +
                                         std::to_string(kFormatVersion));
  if (read_value<std::uint32_t>(bytes.data(), kCountOffset) != kSectionCount)
    return unreadable_model(subject, "the header of the language model is damaged");
  const std::string_view table = bytes.substr(kTableOffset, kSectionCount * kEntryBytes);
  if (content_hash(table) != bytes.substr(kTableChecksumOffset, kChecksumBytes))
    return unreadable_model(subject, "the header of the language model is damaged");

  Sections sections;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const auto offset = read_value<std::uint64_t>(table.data(), i * kEntryBytes);
    const auto size = read_value<std::uint64_t>(table.data(), i * kEntryBytes + 8);
    if (offset < kHeaderBytes || offset > bytes.size() || size > bytes.size() - offset ||
        bytes.size() - offset - size < kBitSlackBytes)
      return unreadable_model(subject, "the language model is cut off");
    sections[i] = bytes.substr(offset, size);
    if (content_hash(sections[i]) != table.substr(i * kEntryBytes + 16, kChecksumBytes))
      return unreadable_model(subject, "section " + std::to_string(i) + " of the language model is damaged");
  }
  return sections;
}

std::string file_with(const Sections& sections) {
  std::string table;
  std::string body;
  for (const std::string_view section : sections) {
    append_value<std::uint64_t>(table, kHeaderBytes + body.size());
    append_value<std::uint64_t>(table, section.size());
    table += content_hash(section);
    body += section;
    pad(body);
  }
  std::string file(kMagic);
  append_value(file, kFormatVersion);
  append_value(file, static_cast<std::uint32_t>(kSectionCount));
  file += content_hash(table);
  file += table;
  return file + body;
}

}  // namespace emend::lm
