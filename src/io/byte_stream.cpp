#include "io/byte_stream.hpp"

#include "base/error.hpp"
#include "base/regular_file.hpp"
#include "io/compressed.hpp"

#include <fcntl.h>
#include <lzma.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {
namespace {

constexpr std::size_t packed_piece = std::size_t{1} << 17;
constexpr std::uint64_t most_decoder_memory = std::uint64_t{1} << 30;

[[noreturn]] void stream_fails(const std::string& path, const char* what) {
    throw FileError(path + ": " + what + " (" + std::strerror(errno) + ")");
}

}  // namespace

struct ByteStream::State {
    State(std::string name, Work asked) : path(std::move(name)), work(std::move(asked)) {
        if (path == "-") {
            path = "standard input";
            file = STDIN_FILENO;
        } else {
            require_regular_file(path);
            file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
            if (file < 0) stream_fails(path, "cannot be read");
            ::posix_fadvise(file, 0, 0, POSIX_FADV_SEQUENTIAL);
        }
        // The first bytes tell how the rest is packed; a pipe may give fewer than asked for at a time.
        input.resize(packed_piece);
        while (available < 6) {
            const std::size_t count = from_file(input.data() + available, input.size() - available);
            if (count == 0) break;
            available += count;
        }
        compression = compression_of({input.data(), available});
        if (compression == Compression::gzip && inflateInit2(&inflater, 15 + 16) != Z_OK) throw std::bad_alloc();
        if (compression == Compression::xz &&
            lzma_stream_decoder(&decoder, most_decoder_memory, LZMA_CONCATENATED) != LZMA_OK)
            throw std::bad_alloc();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (compression == Compression::gzip) inflateEnd(&inflater);
        lzma_end(&decoder);
        if (file > STDIN_FILENO) ::close(file);
    }

    std::size_t from_file(char* to, std::size_t room) {
        for (;;) {
            if (path == "standard input") {
                pollfd wanted{file, POLLIN, 0};
                while (::poll(&wanted, 1, 50) == 0) work.check();
            }
            work.check();
            const ssize_t count = ::read(file, to, room);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) stream_fails(path, "reading stopped");
            packed_bytes += static_cast<std::uint64_t>(count);
            return static_cast<std::size_t>(count);
        }
    }

    void refill() {
        if (available > 0 || file_ended) return;
        used = 0;
        available = from_file(input.data(), input.size());
        file_ended = available == 0;
    }

    std::size_t read_plain(char* to, std::size_t room) {
        if (available > 0) {
            const std::size_t count = std::min(room, available);
            std::memcpy(to, input.data() + used, count);
            used += count;
            available -= count;
            return count;
        }
        return from_file(to, room);
    }

    [[noreturn]] void damaged_stream(const char* what) const {
        throw InputError(Problem{path, 0, 0, what, "fetch or pack the file again"});
    }

    /// Between two members: is there another one? Zeros that pad a tape are none.
    bool another_member() {
        for (;;) {
            refill();
            if (available == 0) return false;
            const char* const from = input.data() + used;
            const char* const at = std::find_if(from, from + available, [](char c) { return c != '\0'; });
            used += static_cast<std::size_t>(at - from);
            available -= static_cast<std::size_t>(at - from);
            if (available == 0) continue;
            if (*at != '\x1F') damaged_stream("something that is not gzip follows the gzip data");
            return true;
        }
    }

    std::size_t read_gzip(char* to, std::size_t room) {
        inflater.next_out = reinterpret_cast<Bytef*>(to);
        inflater.avail_out = static_cast<uInt>(std::min<std::size_t>(room, 1U << 30U));
        const uInt wanted = inflater.avail_out;
        while (inflater.avail_out == wanted) {
            if (member_ended) {
                if (!another_member()) {
                    ended = true;
                    return 0;
                }
                inflateReset(&inflater);
                member_ended = false;
            }
            refill();
            if (available == 0) {
                ended = incomplete = true;
                return 0;
            }
            inflater.next_in = reinterpret_cast<Bytef*>(input.data() + used);
            inflater.avail_in = static_cast<uInt>(available);
            const int status = inflate(&inflater, Z_NO_FLUSH);
            used += available - inflater.avail_in;
            available = inflater.avail_in;
            if (status == Z_STREAM_END) {
                member_ended = true;
            } else if (status != Z_OK && status != Z_BUF_ERROR) {
                damaged_stream("the gzip data are damaged");
            }
        }
        return wanted - inflater.avail_out;
    }

    std::size_t read_xz(char* to, std::size_t room) {
        decoder.next_out = reinterpret_cast<std::uint8_t*>(to);
        decoder.avail_out = room;
        while (decoder.avail_out == room) {
            refill();
            decoder.next_in = reinterpret_cast<const std::uint8_t*>(input.data() + used);
            decoder.avail_in = available;
            const lzma_ret status = lzma_code(&decoder, file_ended ? LZMA_FINISH : LZMA_RUN);
            used += available - decoder.avail_in;
            available = decoder.avail_in;
            if (status == LZMA_STREAM_END || (status == LZMA_BUF_ERROR && file_ended)) {
                ended = true;
                incomplete = status != LZMA_STREAM_END;
                break;
            }
            if (status == LZMA_MEM_ERROR || status == LZMA_MEMLIMIT_ERROR)
                throw LimitError(path + ": needs more than " + std::to_string(most_decoder_memory) +
                                 " bytes of memory to unpack");
            if (status != LZMA_OK && status != LZMA_BUF_ERROR) damaged_stream("the xz data are damaged");
        }
        return room - decoder.avail_out;
    }

    std::string path;
    Work work;
    int file = -1;
    Compression compression = Compression::none;
    std::vector<char> input;
    std::size_t used = 0, available = 0;  ///< of `input`
    bool file_ended = false, ended = false, member_ended = false, incomplete = false;
    std::uint64_t packed_bytes = 0;
    z_stream inflater{};
    lzma_stream decoder = LZMA_STREAM_INIT;
};

ByteStream::ByteStream(std::string path, Work work)
    : state_(std::make_unique<State>(std::move(path), std::move(work))) {}
ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;

std::size_t ByteStream::read(char* to, std::size_t room) {
    if (state_->ended || room == 0) return 0;
    switch (state_->compression) {
        case Compression::gzip: return state_->read_gzip(to, room);
        case Compression::xz: return state_->read_xz(to, room);
        case Compression::none: break;
    }
    return state_->read_plain(to, room);
}

bool ByteStream::cut_short() const noexcept {
    return state_->incomplete;
}

std::uint64_t ByteStream::packed_bytes_read() const noexcept {
    return state_->packed_bytes;
}

}  // namespace tarazy
