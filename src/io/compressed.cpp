#include "io/compressed.hpp"

#include "base/error.hpp"
#include "io/text_encoding.hpp"

#include <lzma.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>

namespace tarazy {
namespace {

constexpr std::size_t first_room = std::size_t{1} << 20;
/// Deflate cannot pack better than 1032 to 1; a length field that claims more is not believed.
constexpr std::size_t most_deflate = 1032;
constexpr std::uint64_t decoder_memory = std::uint64_t{1} << 30;

[[noreturn]] void damaged(const std::string& path, const std::string& what) {
    throw InputError(Problem{path, 0, 0, what, "fetch or pack the file again"});
}

void check_size(const FileBytes& bytes, const std::string& path, std::uint64_t limit) {
    if (bytes.view().size() <= limit) return;
    throw LimitError(path + ": unpacks to more than " + std::to_string(limit) +
                     " bytes; unpack it by hand and split it if it is really that long");
}

bool is_binary(const FileBytes& bytes) {
    const bool nul = std::memchr(bytes.view().data(), 0, std::min(bytes.view().size(), first_room)) != nullptr;
    return nul && utf16_of(bytes.view()) == Utf16::no;
}

struct Inflater : z_stream {
    Inflater() : z_stream{} {
        if (inflateInit2(this, 15 + 16) != Z_OK) throw std::bad_alloc();
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(this); }
};

std::size_t declared_length(std::string_view packed) {
    if (packed.size() < 18) return 0;
    std::size_t length = 0;
    for (std::size_t byte = 0; byte < 4; ++byte) {
        length |= static_cast<std::size_t>(static_cast<unsigned char>(packed[packed.size() - 4 + byte])) << (8 * byte);
    }
    return std::min(length, packed.size() * most_deflate);
}

FileBytes inflated(std::string_view packed, const std::string& path, std::uint64_t limit, WorkStep& step) {
    Inflater stream;
    FileBytes bytes;
    static_cast<void>(
        bytes.room(static_cast<std::size_t>(std::min<std::uint64_t>(declared_length(packed), limit)) + 64));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    const char* const end = packed.data() + packed.size();
    bool checked = false;
    for (;;) {
        const auto left = static_cast<std::size_t>(end - reinterpret_cast<const char*>(stream.next_in));
        stream.avail_in = static_cast<uInt>(std::min<std::size_t>(left, std::numeric_limits<uInt>::max()));
        stream.next_out = reinterpret_cast<Bytef*>(bytes.room(bytes.free_room() > 0 ? 1 : first_room));
        const std::size_t piece = std::min(bytes.free_room(), first_room);
        stream.avail_out = static_cast<uInt>(piece);
        const int status = inflate(&stream, Z_NO_FLUSH);
        bytes.grow(piece - stream.avail_out);
        check_size(bytes, path, limit);
        if (!checked && bytes.view().size() >= first_room) {
            if (is_binary(bytes)) return bytes;
            checked = true;
        }
        const auto rest = static_cast<std::size_t>(end - reinterpret_cast<const char*>(stream.next_in));
        step.advance(left - rest);
        if (status == Z_STREAM_END) {
            const std::string_view behind(end - rest, rest);
            // Tapes and some servers pad with zeros; gzip itself ignores them too.
            if (behind.find_first_not_of('\0') == std::string_view::npos) return bytes;
            if (compression_of(behind) != Compression::gzip)
                damaged(path, "something that is not gzip follows the gzip data");
            inflateReset(&stream);
        } else if (status == Z_OK || status == Z_BUF_ERROR) {
            const bool starved = rest == 0 && stream.avail_out > 0;
            if (starved) damaged(path, "the gzip data end too early; the file is incomplete");
        } else {
            damaged(path, std::string("the gzip data are damaged") +
                              (stream.msg ? std::string(" (") + stream.msg + ")" : ""));
        }
    }
}

struct XzDecoder {
    XzDecoder() {
        if (lzma_stream_decoder(&stream, decoder_memory, LZMA_CONCATENATED) != LZMA_OK) throw std::bad_alloc();
    }
    XzDecoder(const XzDecoder&) = delete;
    XzDecoder& operator=(const XzDecoder&) = delete;
    ~XzDecoder() { lzma_end(&stream); }
    lzma_stream stream = LZMA_STREAM_INIT;
};

FileBytes decoded_xz(std::string_view packed, const std::string& path, std::uint64_t limit, WorkStep& step) {
    XzDecoder decoder;
    lzma_stream& stream = decoder.stream;
    FileBytes bytes;
    stream.next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
    stream.avail_in = packed.size();
    bool checked = false;
    for (;;) {
        stream.next_out = reinterpret_cast<std::uint8_t*>(bytes.room(first_room));
        stream.avail_out = first_room;
        const std::size_t left = stream.avail_in;
        const lzma_ret status = lzma_code(&stream, LZMA_FINISH);
        step.advance(left - stream.avail_in);
        bytes.grow(first_room - stream.avail_out);
        check_size(bytes, path, limit);
        if (!checked && bytes.view().size() >= first_room) {
            if (is_binary(bytes)) return bytes;
            checked = true;
        }
        if (status == LZMA_STREAM_END) return bytes;
        if (status == LZMA_BUF_ERROR) damaged(path, "the xz data end too early; the file is incomplete");
        if (status == LZMA_MEM_ERROR || status == LZMA_MEMLIMIT_ERROR) {
            throw LimitError(path + ": needs more than " + std::to_string(decoder_memory) +
                             " bytes of memory to unpack");
        }
        if (status != LZMA_OK) damaged(path, "the xz data are damaged");
    }
}

struct Deflater : z_stream {
    Deflater() : z_stream{} {
        if (deflateInit2(this, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
    }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;
    ~Deflater() { deflateEnd(this); }
};

/// A stop is looked for after so many bytes; packed bytes do not depend on it.
constexpr std::size_t packed_at_once = std::size_t{1} << 18;

std::string deflated(std::string_view bytes, WorkStep& step) {
    Deflater stream;
    std::string result(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    const Bytef* const in_end = stream.next_in + bytes.size();
    const Bytef* const out_end = stream.next_out + result.size();
    int status = Z_OK;
    while (status == Z_OK || status == Z_BUF_ERROR) {
        constexpr std::ptrdiff_t most = packed_at_once, most_out = std::numeric_limits<int>::max();
        const std::ptrdiff_t piece = std::min<std::ptrdiff_t>(in_end - stream.next_in, most);
        stream.avail_in = static_cast<uInt>(piece);
        stream.avail_out = static_cast<uInt>(std::min<std::ptrdiff_t>(out_end - stream.next_out, most_out));
        const bool last = in_end - stream.next_in <= most;
        status = deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH);
        step.advance(static_cast<std::uint64_t>(piece) - stream.avail_in);
    }
    result.resize(static_cast<std::size_t>(reinterpret_cast<const char*>(stream.next_out) - result.data()));
    return result;
}

struct XzEncoder {
    XzEncoder() {
        if (lzma_easy_encoder(&stream, 6, LZMA_CHECK_CRC64) != LZMA_OK) throw std::bad_alloc();
    }
    XzEncoder(const XzEncoder&) = delete;
    XzEncoder& operator=(const XzEncoder&) = delete;
    ~XzEncoder() { lzma_end(&stream); }
    lzma_stream stream = LZMA_STREAM_INIT;
};

std::string encoded_xz(std::string_view bytes, WorkStep& step) {
    XzEncoder encoder;
    lzma_stream& stream = encoder.stream;
    std::string result(lzma_stream_buffer_bound(bytes.size()), '\0');
    stream.next_out = reinterpret_cast<std::uint8_t*>(result.data());
    stream.avail_out = result.size();
    lzma_ret status = LZMA_OK;
    while (status == LZMA_OK) {
        const std::string_view piece = bytes.substr(0, packed_at_once);
        bytes.remove_prefix(piece.size());
        stream.next_in = reinterpret_cast<const std::uint8_t*>(piece.data());
        stream.avail_in = piece.size();
        do {
            status = lzma_code(&stream, bytes.empty() ? LZMA_FINISH : LZMA_RUN);
        } while (status == LZMA_OK && (stream.avail_in > 0 || bytes.empty()));
        step.advance(piece.size());
    }
    if (status != LZMA_STREAM_END) throw std::bad_alloc();
    result.resize(static_cast<std::size_t>(stream.total_out));
    return result;
}

}  // namespace

Compression compression_of(std::string_view bytes) noexcept {
    if (bytes.starts_with("\x1F\x8B")) return Compression::gzip;
    if (bytes.starts_with(std::string_view("\xFD"
                                           "7zXZ\0",
                                           6)))
        return Compression::xz;
    return Compression::none;
}

FileBytes unpacked(std::string_view packed, Compression compression, const std::string& path, std::uint64_t max_bytes,
                   const Work& work) {
    WorkStep step(work, "unpacking " + path, packed.size());
    const std::uint64_t limit = affordable_bytes(max_bytes);
    if (compression == Compression::gzip) return inflated(packed, path, limit, step);
    if (compression == Compression::xz) return decoded_xz(packed, path, limit, step);
    FileBytes bytes;
    std::memcpy(bytes.room(packed.size() + 1), packed.data(), packed.size());
    bytes.grow(packed.size());
    return bytes;
}

std::string packed(std::string_view bytes, Compression compression, const Work& work) {
    WorkStep step(work, "packing", bytes.size());
    switch (compression) {
        case Compression::gzip: return deflated(bytes, step);
        case Compression::xz: return encoded_xz(bytes, step);
        case Compression::none: break;
    }
    return std::string(bytes);
}

}  // namespace tarazy
