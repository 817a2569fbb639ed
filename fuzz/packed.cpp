// Any bytes as gzip or xz, unpacked through zlib and liblzma: text within the limit, or an error of ours. Bytes that
// are neither are packed first (gzip, in members of a size that the first byte says) and come back the same; cut short
// they are refused. Run: build/fuzz/packed -max_total_time=60 -max_len=65536 -rss_limit_mb=2048 -timeout=25
// fuzz/corpus/packed

#include "base/error.hpp"
#include "io/compressed.hpp"

#include "fuzz_fault.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace {

using namespace tarazy;

constexpr std::uint64_t most = std::uint64_t{1} << 24;

void unpack_any(std::string_view bytes) {
    const FileBytes text = unpacked(bytes, compression_of(bytes), "packed.csv", most);
    require(text.view().size() <= most, "the limit holds");
}

void pack_and_unpack(std::string_view bytes) {
    const std::size_t piece = std::size_t{1} + static_cast<unsigned char>(bytes.front()) * std::size_t{16};
    std::string all;
    for (std::size_t at = 0; at < bytes.size(); at += piece) all += packed(bytes.substr(at, piece), Compression::gzip);
    // Bytes with NUL among them are given up after the first piece.
    const bool text = bytes.find('\0') == std::string_view::npos;
    const FileBytes back = unpacked(all, Compression::gzip, "packed.csv", most);
    require(!text || back.view() == bytes, "what is packed comes back");
    bool refused = false;
    try {
        (void)unpacked(std::string_view(all).substr(0, all.size() - 1), Compression::gzip, "cut.csv", most);
    } catch (const InputError&) {
        refused = true;
    }
    require(!text || refused, "a file that was cut short is refused");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.empty()) return 0;
    try {
        if (compression_of(bytes) != Compression::none)
            unpack_any(bytes);
        else
            pack_and_unpack(bytes);
    } catch (const InputError&) {
    } catch (const LimitError&) {
    }
    return 0;
}
