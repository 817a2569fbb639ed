#include "report/packed_script.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <new>

namespace tarazy {
namespace {

/// One gzip member without name and time, as small as zlib makes it: a report is written once and sent often.
std::string smallest_gzip(std::string_view content) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string result(deflateBound(&stream, static_cast<uLong>(content.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    const int status = deflate(&stream, Z_FINISH);
    assert(status == Z_STREAM_END && "there is room for all");
    static_cast<void>(status);
    result.resize(stream.total_out);
    deflateEnd(&stream);
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
