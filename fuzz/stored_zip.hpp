#pragma once
// A zip archive of parts that are not compressed, with right sums: what is changed inside a part reaches the reader of
// the part, which it would not through the sums of a compressed one.

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// Numbers as zip stores them, least byte first.
inline void add_number(std::string& bytes, std::uint32_t number, int size) {
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
}

/// Version, flags, method and time, sum and sizes: what the header of a part and its entry in the directory share.
inline void add_part_head(std::string& bytes, std::string_view name, std::string_view content) {
    const auto size = static_cast<std::uint32_t>(content.size());
    for (const std::uint32_t number : {20U, 0U, 0U, 0U, 0x21U}) add_number(bytes, number, 2);
    add_number(bytes, static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(content.data()), size)), 4);
    add_number(bytes, size, 4);
    add_number(bytes, size, 4);
    add_number(bytes, static_cast<std::uint32_t>(name.size()), 2);
    add_number(bytes, 0, 2);
}

inline std::string stored_zip(const std::vector<std::pair<std::string_view, std::string_view>>& parts) {
    std::string bytes, directory;
    for (const auto& [name, content] : parts) {
        const auto at = static_cast<std::uint32_t>(bytes.size());
        bytes += "PK\3\4";
        add_part_head(bytes, name, content);
        bytes.append(name).append(content);
        directory += std::string("PK\1\2\x14", 5) + '\0';
        add_part_head(directory, name, content);
        for (const int width : {2, 2, 2, 4}) add_number(directory, 0, width);
        add_number(directory, at, 4);
        directory += name;
    }
    const auto start = static_cast<std::uint32_t>(bytes.size());
    const auto count = static_cast<std::uint32_t>(parts.size());
    bytes += directory + "PK\5\6";
    for (const std::uint32_t number : {0U, 0U, count, count}) add_number(bytes, number, 2);
    add_number(bytes, static_cast<std::uint32_t>(directory.size()), 4);
    add_number(bytes, start, 4);
    add_number(bytes, 0, 2);
    return bytes;
}

/// Parts as a text has them: a line `--- name` before each.
inline std::vector<std::pair<std::string_view, std::string_view>> parts_of_text(std::string_view text) {
    std::vector<std::pair<std::string_view, std::string_view>> parts;
    constexpr std::string_view mark = "--- ";
    constexpr std::size_t most_parts = 64, longest_name = 200;
    while (text.starts_with(mark) && parts.size() < most_parts) {
        const std::size_t line = text.find('\n');
        if (line == std::string_view::npos) break;
        const std::string_view name = text.substr(mark.size(), line - mark.size()).substr(0, longest_name);
        // The line break before the next mark belongs to the mark; that of an empty part is the one behind its name.
        const std::size_t next = std::min(text.find("\n--- ", line), text.size());
        parts.emplace_back(name, next == line ? std::string_view() : text.substr(line + 1, next - line - 1));
        text.remove_prefix(std::min(next + 1, text.size()));
    }
    return parts;
}

}  // namespace tarazy
