#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace tarazy {

/// The content of a file piece by piece, unpacked on the way when it is gzip or xz (by its first bytes, whatever it is
/// called; members and streams one after another). Memory: some hundred kilobytes, for xz what its dictionary needs
/// (at most 1 GB), however long the file. `-` is standard input.
class ByteStream {
public:
    /// @throws FileError (missing, folder, no permission)
    explicit ByteStream(std::string path, Work work = {});
    ~ByteStream();
    ByteStream(ByteStream&&) noexcept;
    ByteStream& operator=(ByteStream&&) noexcept;

    /// Up to `room` of the next bytes; 0 only at the end.
    /// @throws FileError when reading fails, InputError for damaged packed data, LimitError for xz that needs too much
    ///         memory, Interrupted
    [[nodiscard]] std::size_t read(char* to, std::size_t room);

    /// At the end: packed data ended too early, what was read until then is all there is. A plain file does not show
    /// that it was cut short.
    [[nodiscard]] bool cut_short() const noexcept;
    /// Bytes taken from the file so far, as they lie on disk.
    [[nodiscard]] std::uint64_t packed_bytes_read() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tarazy
