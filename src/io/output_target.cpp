#include "io/output_target.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;  // as the kernel

[[noreturn]] void not_writable(const std::string& path, int reason) {
    throw FileError(path + ": cannot be written (" + std::strerror(reason) + ")");
}

/// Number of the open file that a path in /proc/self/fd stands for.
std::optional<int> own_descriptor(const fs::path& path) {
    std::error_code error;
    const fs::path folder = fs::canonical(path.has_parent_path() ? path.parent_path() : ".", error);
    if (error || folder != "/proc/" + std::to_string(::getpid()) + "/fd") return std::nullopt;
    const auto number = parse_integer(path.filename().string());
    if (!number || *number < 0 || *number > 1'000'000) return std::nullopt;
    return static_cast<int>(*number);
}

OutputTarget existing_target(const std::string& given, OutputTarget target, const struct stat& status) {
    if (S_ISDIR(status.st_mode)) not_writable(given, EISDIR);
    if (!S_ISREG(status.st_mode)) {
        target.kind = OutputTarget::Kind::stream;
        return target;
    }
    constexpr mode_t anybody_writes = S_IWUSR | S_IWGRP | S_IWOTH;
    if ((status.st_mode & anybody_writes) == 0) {
        throw FileError(given + ": is write-protected; give it write permission (chmod u+w), or name another file");
    }
    if (::faccessat(AT_FDCWD, target.path.c_str(), W_OK, AT_EACCESS) != 0) not_writable(given, errno);
    target.former = {status.st_mode & 07777, status.st_uid, status.st_gid};
    return target;
}

}  // namespace

OutputTarget output_target(const std::string& path) {
    OutputTarget target;
    fs::path at(path);
    for (int links = 0; links <= most_links; ++links) {
        if (const auto number = own_descriptor(at)) {
            target.kind = OutputTarget::Kind::descriptor;
            target.descriptor = *number;
            return target;
        }
        target.path = at.string();
        struct stat status {};
        if (::lstat(at.c_str(), &status) != 0) {
            if (errno != ENOENT) not_writable(path, errno);
            return target;
        }
        if (!S_ISLNK(status.st_mode)) return existing_target(path, std::move(target), status);
        std::error_code error;
        const fs::path next = fs::read_symlink(at, error);
        if (error) not_writable(path, error.value());
        at = next.is_absolute() ? next : at.parent_path() / next;
    }
    not_writable(path, ELOOP);
}

}  // namespace tarazy
