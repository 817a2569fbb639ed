#include "base/passing_folder.hpp"

#include "base/abandoned.hpp"
#include "base/error.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace tarazy {

namespace fs = std::filesystem;

PassingFolder::PassingFolder(const fs::path& parent, const std::string& beginning) {
    const fs::path place = parent.empty() ? fs::path(".") : parent;
    sweep_passing_folders(place, beginning);
    std::string name = (place / (beginning + "-XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr)
        throw FileError(place.string() + ": no folder can be made in it: " + std::generic_category().message(errno));
    path_ = name;
    held_ = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (held_ >= 0) hold(held_);
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
    fs::permissions(path_, fs::perms(0755), error);
    if (fs::is_directory(target, error)) {
        if (!fs::is_empty(target, error))
            throw FileError(target.string() + ": cannot be put in place: it is not empty");
        // The folder may be the one that somebody stands in: it stays, and what was written goes into it.
        for (const fs::directory_entry& entry : fs::directory_iterator(path_, error)) {
            fs::rename(entry.path(), target / entry.path().filename(), error);
            if (error) break;
        }
    } else {
        fs::rename(path_, target, error);
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
