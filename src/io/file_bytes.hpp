#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// Owns a run of bytes: a mapped file, or memory that grows (by realloc, so that large blocks move without a copy).
class FileBytes {
public:
    FileBytes() = default;
    ~FileBytes();
    FileBytes(FileBytes&& other) noexcept;
    FileBytes& operator=(FileBytes&& other) noexcept;

    [[nodiscard]] std::string_view view() const noexcept { return {data_, size_}; }

    /// At least `wanted` writable bytes behind the present end. @throws LimitError when memory runs out
    [[nodiscard]] char* room(std::size_t wanted);
    [[nodiscard]] std::size_t free_room() const noexcept { return capacity_ - size_; }
    /// Declares that `count` bytes were written into the room.
    void grow(std::size_t count) noexcept { size_ += count; }

    /// The file's content, mapped when it is large: one that is cut short meanwhile ends the process (SIGBUS; see
    /// `mapped_file_at`). @throws FileError (missing, folder, device, no permission, ...)
    static FileBytes of_file(const std::string& path, const Work& work = {});
    /// Everything on standard input. @throws FileError, LimitError beyond `max_bytes`
    static FileBytes of_standard_input(std::uint64_t max_bytes, const Work& work = {});

private:
    void append_from(int file, const std::string& path, std::uint64_t max_bytes, const Work& work);

    char* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
    bool mapped_ = false;
};

/// Which of the files mapped at present lies at this address: for whoever handles SIGBUS, on another thread.
[[nodiscard]] std::optional<std::string> mapped_file_at(const void* address);

/// These bytes are not looked at for now: where they are a mapped file, its pages leave this process's memory, and come
/// back from the system's cache when they are looked at again. Other memory is left as it is.
void let_go_of_mapped(std::string_view bytes);

/// `max_bytes`, or half of the machine's memory when that is less.
[[nodiscard]] std::uint64_t affordable_bytes(std::uint64_t max_bytes);

}  // namespace tarazy
