#include "base/abandoned.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <string_view>
#include <vector>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

/// The entries of a folder whose names fulfil the condition; nothing where it cannot be read.
template <typename Condition>
std::vector<fs::path> entries(const fs::path& folder, Condition condition) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (condition(std::string_view(name))) found.push_back(entry->path());
    }
    return found;
}

/// Behind `.partial-`: the number of a process that is gone, and perhaps a number of its own.
bool names_a_process_that_is_gone(std::string_view rest) {
    pid_t process = 0;
    auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), process);
    const char* const last = rest.data() + rest.size();
    if (error != std::errc() || process <= 0) return false;
    if (end != last && *end == '-') {
        int number = 0;
        const auto behind = std::from_chars(end + 1, last, number);
        if (behind.ec != std::errc()) return false;
        end = behind.ptr;
    }
    return end == last && ::kill(process, 0) != 0 && errno == ESRCH;
}

bool is_of_mkdtemp(std::string_view end) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    return end.size() == 6 && end.find_first_not_of(letters) == std::string_view::npos;
}

}  // namespace

void hold(int file) noexcept {
    static_cast<void>(::flock(file, LOCK_EX | LOCK_NB));
}

bool is_abandoned(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) return false;
    struct stat status {};
    const bool ours = ::fstat(file, &status) == 0 && status.st_uid == ::geteuid();
    const bool free = ours && ::flock(file, LOCK_EX | LOCK_NB) == 0;
    ::close(file);
    return free;
}

void sweep_partial_files(const fs::path& target) {
    const std::string beginning = target.filename().string() + ".partial-";
    const auto left =
        entries(target.has_parent_path() ? target.parent_path() : fs::path("."), [&](std::string_view name) {
            return name.starts_with(beginning) && names_a_process_that_is_gone(name.substr(beginning.size()));
        });
    std::error_code ignored;
    for (const fs::path& path : left) {
        if (fs::is_regular_file(fs::symlink_status(path, ignored)) && is_abandoned(path)) fs::remove(path, ignored);
    }
}

bool hold_new_folder(int folder, const fs::path& path) noexcept {
    struct stat held {};
    struct stat named {};
    if (::flock(folder, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return false;
    return ::fstat(folder, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
           held.st_dev == named.st_dev;
}

void sweep_passing_folders(const fs::path& parent, const std::string& beginning) {
    const auto left = entries(parent, [&](std::string_view name) {
        return name.starts_with(beginning + '-') && is_of_mkdtemp(name.substr(beginning.size() + 1));
    });
    std::error_code ignored;
    for (const fs::path& path : left) {
        const int folder = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
        if (folder < 0) continue;
        struct stat status {};
        const bool ours =
            ::fstat(folder, &status) == 0 && status.st_uid == ::geteuid() && (status.st_mode & 07777U) == 0700U;
        // Held while it goes, so that whoever has just made it sees that it is lost, and makes another.
        if (ours && ::flock(folder, LOCK_EX | LOCK_NB) == 0) fs::remove_all(path, ignored);
        ::close(folder);
    }
}

}  // namespace tarazy
