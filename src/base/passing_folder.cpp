#include "base/passing_folder.hpp"

#include "base/abandoned.hpp"
#include "base/error.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

namespace tarazy {

namespace fs = std::filesystem;

namespace {

/// In one step, so that a kill leaves the empty folder or the full one. Not for the folder that we stand in, one of
/// another owner, or a link. @returns whether it was done
bool takes_place_of(const fs::path& folder, const fs::path& empty) {
    struct stat ours {};
    struct stat theirs {};
    if (::stat(folder.c_str(), &ours) != 0 || ::lstat(empty.c_str(), &theirs) != 0) return false;
    std::error_code error;
    if (!S_ISDIR(theirs.st_mode) || ours.st_uid != theirs.st_uid || ours.st_gid != theirs.st_gid ||
        fs::equivalent(empty, fs::current_path(error), error) || error)
        return false;
    // Permissions come last: what is swept away after a kill are private folders.
    if (::rename(folder.c_str(), empty.c_str()) != 0) return false;
    ::chmod(empty.c_str(), theirs.st_mode & 07777U);
    return true;
}

}  // namespace

PassingFolder::PassingFolder(const fs::path& parent, const std::string& beginning) {
    const fs::path place = parent.empty() ? fs::path(".") : parent;
    sweep_passing_folders(place, beginning);
    constexpr int most_attempts = 100;
    for (int attempt = 1; held_ < 0; ++attempt) {
        std::string name = (place / (beginning + "-XXXXXX")).string();
        if (::mkdtemp(name.data()) == nullptr)
            throw FileError(place.string() +
                            ": no folder can be made in it: " + std::generic_category().message(errno));
        path_ = name;
        held_ = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (held_ >= 0 && (hold_new_folder(held_, path_) || attempt == most_attempts)) break;
        if (held_ < 0 && (errno != ENOENT || attempt == most_attempts))
            break;  // without a lock it is ours all the same
        if (held_ >= 0) ::close(held_);
        held_ = -1;
    }
    leftover_.emplace([path = path_] {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    });
}

PassingFolder::~PassingFolder() {
    if (held_ >= 0) ::close(held_);
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

void PassingFolder::put_in_place(const fs::path& target) const {
    std::error_code error;
    if (fs::is_directory(target, error)) {
        if (!fs::is_empty(target, error))
            throw FileError(target.string() + ": cannot be put in place: it is not empty");
        if (takes_place_of(path_, target)) return;
        // The one that we stand in, or whose disk is another: it stays, and what was written goes into it.
        for (const fs::directory_entry& entry : fs::directory_iterator(path_, error)) {
            fs::rename(entry.path(), target / entry.path().filename(), error);
            if (error) break;
        }
    } else {
        fs::rename(path_, target, error);
        std::error_code ignored;
        if (!error) fs::permissions(target, fs::perms(0755), ignored);
    }
    if (error) throw FileError(target.string() + ": cannot be put in place: " + error.message());
}

fs::path folder_for_passing_files() {
    std::error_code error;
    fs::path place = fs::temp_directory_path(error);
    if (error) {
        const char* const named = std::getenv("TMPDIR");
        throw FileError((named != nullptr ? std::string(named) + ": is no folder for passing files"
                                          : std::string("there is no folder for passing files")) +
                        "; set TMPDIR to a folder that can be written");
    }
    return place;
}

}  // namespace tarazy
