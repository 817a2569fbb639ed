#include "report/packed_script.hpp"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>

namespace tarazy {
namespace {

/// One frame, small, since a report is written once and sent often; the levels above take up to four times as long for
/// 1 to 4% less.
std::string small_frame(std::string_view content) {
    constexpr int level = 17;
    std::string result(ZSTD_compressBound(content.size()), '\0');
    const std::size_t size = ZSTD_compress(result.data(), result.size(), content.data(), content.size(), level);
    if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // there is room for all: only memory can lack
    result.resize(size);
    return result;
}

}  // namespace

std::string base85(std::string_view bytes) {
    static constexpr std::string_view digits =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";
    static_assert(digits.size() == 85);
    std::string text;
    text.reserve((bytes.size() + 3) / 4 * 5);
    for (std::size_t at = 0; at < bytes.size(); at += 4) {
        const std::size_t here = std::min<std::size_t>(4, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 4; ++i)
            group = (group << 8U) | (i < here ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        std::array<char, 5> written{};
        for (std::size_t i = written.size(); i-- > 0; group /= 85) written[i] = digits[group % 85];
        text.append(written.data(), here + 1);
    }
    return text;
}

Html packed_script(std::string_view name, std::string_view content) {
    return element("script", {{"type", "application/zstd;base85"}, {"id", "pack-" + std::string(name)}},
                   Html{base85(small_frame(content))});
}

}  // namespace tarazy
