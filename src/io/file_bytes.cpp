#include "io/file_bytes.hpp"

#include "base/error.hpp"
#include "base/regular_file.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <map>
#include <mutex>
#include <utility>

namespace tarazy {
namespace {

[[noreturn]] void cannot(const std::string& path, const char* what) {
    throw FileError(path + ": " + what + " (" + std::strerror(errno) + ")");
}

/// Closes the file at the end of the scope.
struct OpenFile {
    explicit OpenFile(const std::string& path) : number(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (number < 0) cannot(path, "cannot be read");
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() { ::close(number); }
    int number;
};

/// Waits until there is something to read, or the end; a pipe whose writer sleeps can be left meanwhile.
void wait_for_bytes(int file, const Work& work) {
    constexpr int patience = 50;  // milliseconds
    pollfd wanted{file, POLLIN, 0};
    int ready = 0;
    do {
        work.check();
        ready = ::poll(&wanted, 1, patience);  // ended by the very signal that asks for the stop
    } while (ready == 0 || (ready < 0 && errno == EINTR));
}

constexpr std::size_t worth_mapping = std::size_t{1} << 20;
constexpr std::uint64_t most_handed_over = std::uint64_t{8} << 30;

/// Files mapped at present, by the address at which they end.
struct MappedFiles {
    std::mutex mutex;
    std::map<const char*, std::pair<std::size_t, std::string>> by_end;
};

/// Never destroyed: the thread that ends the process may ask after the static objects are gone.
MappedFiles& mapped_files() {
    static MappedFiles& all = *new MappedFiles;
    return all;
}

void remember_mapped(std::string_view bytes, const std::string& path) {
    const std::scoped_lock lock(mapped_files().mutex);
    mapped_files().by_end[bytes.data() + bytes.size()] = {bytes.size(), path};
}

bool lies_in_mapped(std::string_view bytes) {
    const std::scoped_lock lock(mapped_files().mutex);
    const auto found = mapped_files().by_end.lower_bound(bytes.data() + bytes.size());
    return found != mapped_files().by_end.end() &&
           found->first - bytes.data() <= static_cast<std::ptrdiff_t>(found->second.first);
}

void forget_mapped(const char* end) noexcept {
    const std::scoped_lock lock(mapped_files().mutex);
    mapped_files().by_end.erase(end);
}

}  // namespace

FileBytes::~FileBytes() {
    if (mapped_) {
        forget_mapped(data_ + size_);
        ::munmap(data_, size_);
    } else {
        std::free(data_);
    }
}

FileBytes::FileBytes(FileBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)),
      mapped_(std::exchange(other.mapped_, false)) {}

FileBytes& FileBytes::operator=(FileBytes&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    std::swap(mapped_, other.mapped_);
    return *this;
}

char* FileBytes::room(std::size_t wanted) {
    if (free_room() < wanted) {
        const std::size_t capacity = std::max(size_ + wanted, capacity_ + capacity_ / 2);
        void* moved = std::realloc(data_, capacity);
        if (moved == nullptr) {
            throw LimitError("not enough memory for " + std::to_string(capacity) + " bytes of input; split the file");
        }
        data_ = static_cast<char*>(moved);
        capacity_ = capacity;
    }
    return data_ + size_;
}

void FileBytes::append_from(int file, const std::string& path, std::uint64_t max_bytes, const Work& work) {
    constexpr std::size_t piece = std::size_t{1} << 18;
    for (;;) {
        wait_for_bytes(file, work);
        char* const target = room(piece);
        const ssize_t count = ::read(file, target, free_room());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) cannot(path, "reading stopped");
        if (count == 0) return;
        grow(static_cast<std::size_t>(count));
        if (size_ > max_bytes) {
            throw LimitError(path + ": holds more than " + std::to_string(max_bytes) + " bytes; split it");
        }
    }
}

FileBytes FileBytes::of_file(const std::string& path, const Work& work) {
    require_regular_file(path);
    const OpenFile file(path);
    struct stat status {};
    if (::fstat(file.number, &status) != 0) cannot(path, "cannot be read");
    FileBytes bytes;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (S_ISREG(status.st_mode) && size >= worth_mapping) {
        void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number, 0);
        if (mapped != MAP_FAILED) {
            ::madvise(mapped, size, MADV_SEQUENTIAL);
            bytes.data_ = static_cast<char*>(mapped);
            bytes.size_ = size;
            bytes.capacity_ = size;
            bytes.mapped_ = true;
            remember_mapped(bytes.view(), path);
            return bytes;
        }
    }
    // What the shell hands over may never end.
    const bool ends = S_ISREG(status.st_mode);
    bytes.append_from(file.number, path,
                      ends ? std::numeric_limits<std::uint64_t>::max() : affordable_bytes(most_handed_over), work);
    return bytes;
}

FileBytes FileBytes::of_standard_input(std::uint64_t max_bytes, const Work& work) {
    FileBytes bytes;
    bytes.append_from(STDIN_FILENO, "standard input", affordable_bytes(max_bytes), work);
    return bytes;
}

std::optional<std::string> mapped_file_at(const void* address) {
    const std::scoped_lock lock(mapped_files().mutex);
    const char* const place = static_cast<const char*>(address);
    const auto found = mapped_files().by_end.upper_bound(place);
    if (found == mapped_files().by_end.end() || found->first - place > static_cast<std::ptrdiff_t>(found->second.first))
        return std::nullopt;
    return found->second.second;
}

void let_go_of_mapped(std::string_view bytes) {
    if (!lies_in_mapped(bytes)) return;
    constexpr std::uintptr_t page = std::uintptr_t{1} << 16;  // no system has larger ones
    const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(bytes.data()) + page - 1) & ~(page - 1);
    const std::uintptr_t end = reinterpret_cast<std::uintptr_t>(bytes.data() + bytes.size()) & ~(page - 1);
    if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);  // may be refused
}

std::uint64_t affordable_bytes(std::uint64_t max_bytes) {
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long page = ::sysconf(_SC_PAGE_SIZE);
    if (pages <= 0 || page <= 0) return max_bytes;
    return std::min(max_bytes, static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page) / 2);
}

}  // namespace tarazy
