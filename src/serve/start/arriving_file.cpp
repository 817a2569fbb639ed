#include "serve/start/arriving_file.hpp"

#include "io/disk_error.hpp"
#include "serve/gate.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view arriving_mark = ".arriving-";
constexpr std::size_t digits_of_token = 32, most_entries_swept = 200'000;

[[noreturn]] void fail_arriving(const std::string& path) {
    const int reason = errno;
    throw DiskError(path + ": cannot be written (" + std::strerror(reason) + ")", reason);
}

bool is_arriving_name(const std::string& name) {
    const std::size_t mark = name.rfind(arriving_mark);
    if (mark == std::string::npos || mark == 0) return false;
    const std::string_view digits = std::string_view(name).substr(mark + arriving_mark.size());
    return digits.size() == digits_of_token && digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Whether nobody holds the file any more.
bool is_left(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return false;
    const bool left = ::flock(file, LOCK_EX | LOCK_NB) == 0;
    ::close(file);
    return left;
}

}  // namespace

ArrivingFile::ArrivingFile(std::string path)
    : path_(std::move(path)),
      aside_(path_ + std::string(arriving_mark) + random_token()),
      file_(::open(aside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666)) {
    if (file_ < 0) fail_arriving(path_);
    (void)::flock(file_, LOCK_EX | LOCK_NB);  // a disk without locks: the time has to do
}

ArrivingFile::~ArrivingFile() {
    if (file_ >= 0) ::close(file_);
    if (!kept_) ::unlink(aside_.c_str());
}

void ArrivingFile::take(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail_arriving(path_);
        bytes.remove_prefix(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
    }
}

void ArrivingFile::keep() {
    if (::fsync(file_) != 0 && errno != EINVAL) fail_arriving(path_);
    const int file = file_;
    file_ = -1;
    if (::close(file) != 0 || std::rename(aside_.c_str(), path_.c_str()) != 0) fail_arriving(path_);
    kept_ = true;
}

std::size_t sweep_arriving_files(const std::string& folder, fs::file_time_type before) {
    std::size_t swept = 0, seen = 0;
    std::error_code failed;
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator at(folder, options, failed), end; !failed && at != end;
         at.increment(failed)) {
        if (++seen > most_entries_swept) break;
        std::error_code ignored;
        const std::string path = at->path().string();
        if (!is_arriving_name(at->path().filename().string()) || at->is_symlink(ignored) ||
            !at->is_regular_file(ignored))
            continue;
        const auto written = at->last_write_time(ignored);
        if (!ignored && written < before && is_left(path) && ::unlink(path.c_str()) == 0) ++swept;
    }
    return swept;
}

}  // namespace tarazy
