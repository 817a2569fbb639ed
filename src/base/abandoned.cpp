#include "base/abandoned.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
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

/// Whoever has made it may be about to take its lock.
bool is_just_made(const fs::path& folder) {
    std::error_code error;
    const auto made = fs::last_write_time(folder, error);
    return error || fs::file_time_type::clock::now() - made < std::chrono::seconds(2);
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

void sweep_passing_folders(const fs::path& parent, const std::string& beginning) {
    const auto left = entries(parent, [&](std::string_view name) {
        return name.starts_with(beginning + '-') && is_of_mkdtemp(name.substr(beginning.size() + 1));
    });
    std::error_code ignored;
    for (const fs::path& path : left) {
        const fs::file_status status = fs::symlink_status(path, ignored);
        const bool private_folder = fs::is_directory(status) && status.permissions() == fs::perms(0700);
        if (private_folder && !is_just_made(path) && is_abandoned(path)) fs::remove_all(path, ignored);
    }
}

}  // namespace tarazy
