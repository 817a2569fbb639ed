#include "io/atomic_file.hpp"

#include "base/regular_file.hpp"
#include "io/disk_error.hpp"
#include "io/file_in_pieces.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace tarazy {
namespace {

[[noreturn]] void fail(const std::string& path, const char* what) {
    const int reason = errno;
    throw DiskError(path + ": " + what + " (" + std::strerror(reason) + ")", reason);
}

}  // namespace

void write_file_atomically(const std::string& path, std::string_view bytes) {
    write_file_in_pieces(path, [&](const ByteSink& write) { write(bytes); });
}

std::string read_file(const std::string& path) {
    require_regular_file(path);
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) fail(path, "cannot be read");
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad()) fail(path, "reading stopped");
    return bytes;
}

}  // namespace tarazy
