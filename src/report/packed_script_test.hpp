#pragma once

#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tarazy {

/// The bytes that `base85` wrote.
[[nodiscard]] inline std::string bytes_of_base85(std::string_view text) {
    static constexpr std::string_view digits =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); at += 5) {
        const std::size_t here = std::min<std::size_t>(5, text.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 5; ++i)
            group = group * 85 + static_cast<std::uint32_t>(i < here ? digits.find(text[at + i]) : 84);
        for (std::size_t i = 0; i + 1 < here; ++i) bytes += static_cast<char>((group >> (24 - 8 * i)) & 255U);
    }
    return bytes;
}

/// What lies packed in a report under this name (`packed_script`).
[[nodiscard]] inline std::string pack_of(const std::string& report, const std::string& name) {
    const std::string head = "<script type=\"application/zstd;base85\" id=\"pack-" + name + "\">";
    const std::size_t begin = report.find(head);
    if (begin == std::string::npos) return {};
    const std::string text = report.substr(begin + head.size(), report.find("</script>", begin) - begin - head.size());
    const std::string frame = bytes_of_base85(text);
    std::string content(ZSTD_getFrameContentSize(frame.data(), frame.size()), '\0');
    const std::size_t size = ZSTD_decompress(content.data(), content.size(), frame.data(), frame.size());
    return size == content.size() ? content : "this is no frame of Zstandard";
}

}  // namespace tarazy
