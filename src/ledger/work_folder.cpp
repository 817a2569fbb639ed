#include "ledger/work_folder.hpp"

#include "base/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view staging_prefix = ".staging-";
constexpr std::size_t digest_digits = 64;

}  // namespace

WorkFolder work_folder(const fs::path& path) {
    std::error_code error;
    const fs::file_type type = fs::symlink_status(path, error).type();
    if (type == fs::file_type::not_found) return WorkFolder::none;
    if (type != fs::file_type::directory) return WorkFolder::foreign;
    if (fs::is_regular_file(fs::symlink_status(path / work_folder_marker, error))) return WorkFolder::ours;
    return fs::is_empty(path, error) && !error ? WorkFolder::empty : WorkFolder::foreign;
}

bool is_staging_name(std::string_view name) {
    if (!name.starts_with(staging_prefix)) return false;
    name.remove_prefix(staging_prefix.size());
    return !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string make_staging_folder(const fs::path& folder) {
    const std::string stem = folder.string() + '/' + std::string(staging_prefix) + std::to_string(::getpid());
    for (int attempt = 0; attempt < 100; ++attempt) {
        const std::string path = attempt == 0 ? stem : stem + std::to_string(attempt);
        if (::mkdir(path.c_str(), 0777) != 0) {
            if (errno == EEXIST) continue;
            throw FileError(path + ": the folder cannot be made (" + std::strerror(errno) + ")");
        }
        mark_work_folder(path);
        return path;
    }
    throw FileError(stem + ": is in the way; move it away and run again");
}

void mark_work_folder(const fs::path& path) {
    const fs::path marker = path / work_folder_marker;
    const int file = ::open(marker.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file < 0) throw FileError(marker.string() + ": cannot be written (" + std::strerror(errno) + ")");
    ::close(file);
}

void remove_work_folder(const fs::path& path) {
    const WorkFolder kind = work_folder(path);
    if (kind != WorkFolder::ours && kind != WorkFolder::empty) return;
    std::error_code error;
    std::vector<fs::path> inside;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().filename() != work_folder_marker) inside.push_back(entry->path());
    }
    for (const fs::path& entry : inside) {
        fs::remove_all(entry, error);
        if (error) return;
    }
    fs::remove(path / work_folder_marker, error);
    fs::remove(path, error);
}

bool is_result_cache(const fs::path& path) {
    std::error_code error;
    if (!fs::is_directory(fs::symlink_status(path, error))) return false;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const bool partial = name.find(".partial-") == digest_digits;  // a run was killed as it wrote it
        if (name.size() < digest_digits || (name.size() > digest_digits && !partial)) return false;
        if (name.find_first_not_of("0123456789abcdef") < digest_digits) return false;
    }
    return !error;
}

}  // namespace tarazy
