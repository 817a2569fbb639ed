#include "report/packed_script.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <memory>
#include <new>

namespace tarazy {
namespace {

/// One gzip member without name and time, as small as may be: a report is written once and sent often.
std::string smallest_gzip(std::string_view content) {
    constexpr int smallest = 12;
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(smallest), &libdeflate_free_compressor);
    if (compressor == nullptr) throw std::bad_alloc();
    std::string result(libdeflate_gzip_compress_bound(compressor.get(), content.size()), '\0');
    const std::size_t size =
        libdeflate_gzip_compress(compressor.get(), content.data(), content.size(), result.data(), result.size());
    assert(size > 0 && "there is room for all");
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
    return element("script", {{"type", "application/gzip;base85"}, {"id", "pack-" + std::string(name)}},
                   Html{base85(smallest_gzip(content))});
}

}  // namespace tarazy
