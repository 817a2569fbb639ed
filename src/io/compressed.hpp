#pragma once

#include "io/file_bytes.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace tarazy {

enum class Compression { none, gzip, xz };

/// By the first bytes, whatever the file is called.
[[nodiscard]] Compression compression_of(std::string_view bytes) noexcept;

/// The unpacked content, of all members or streams one after another. Stops after the first piece when that holds
/// NUL bytes and is not UTF-16: the caller finds the same fault without waiting for gigabytes of it.
/// @throws InputError for damaged or incomplete data, LimitError beyond `max_bytes` (or half the memory)
[[nodiscard]] FileBytes unpacked(std::string_view packed, Compression compression, const std::string& path,
                                 std::uint64_t max_bytes, const Work& work = {});

/// Packed as one gzip member without name and time, so that the same bytes give the same file; or as one xz stream.
[[nodiscard]] std::string packed(std::string_view bytes, Compression compression, const Work& work = {});

}  // namespace tarazy
