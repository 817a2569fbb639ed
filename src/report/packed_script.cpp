#include "report/packed_script.hpp"

#include "io/compressed.hpp"

#include <algorithm>
#include <cstdint>

namespace tarazy {

std::string base64(std::string_view bytes) {
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t here = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = (group << 8U) | (i < here ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            text += i <= here ? digits[(group >> (18U - 6U * i)) & 63U] : '=';
    }
    return text;
}

Html packed_script(std::string_view name, std::string_view content) {
    return element("script", {{"type", "application/gzip;base64"}, {"id", "pack-" + std::string(name)}},
                   Html{base64(packed(content, Compression::gzip))});
}

}  // namespace tarazy
