#include "io/atomic_file.hpp"

#include "base/error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tarazy {
namespace {

[[noreturn]] void fail(const std::string& path, const char* what) {
    throw FileError(path + ": " + what + " (" + std::strerror(errno) + ")");
}

/// The file written aside; removed unless it was put in place.
class Aside {
public:
    explicit Aside(const std::string& path) : path_(path), aside_(path + ".partial-" + std::to_string(::getpid())) {
        file_ = ::open(aside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
        if (file_ < 0) fail(path_, "cannot be written");
    }
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;
    ~Aside() {
        if (file_ >= 0) ::close(file_);
        if (!in_place_) ::unlink(aside_.c_str());
    }

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail(path_, "writing stopped");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void put_in_place() {
        if (::fsync(file_) != 0 && errno != EINVAL) fail(path_, "cannot be flushed to disk");
        const int file = file_;
        file_ = -1;
        if (::close(file) != 0) fail(path_, "cannot be closed");
        if (std::rename(aside_.c_str(), path_.c_str()) != 0) fail(path_, "cannot be put in place");
        in_place_ = true;
    }

private:
    std::string path_;
    std::string aside_;
    int file_ = -1;
    bool in_place_ = false;
};

}  // namespace

void write_file_atomically(const std::string& path, std::string_view bytes) {
    Aside aside(path);
    aside.write(bytes);
    aside.put_in_place();
}

std::string read_file(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) throw FileError(path + ": is a folder, not a file");
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) fail(path, "cannot be read");
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad()) fail(path, "reading stopped");
    return bytes;
}

}  // namespace tarazy
