#include "base/regular_file.hpp"

#include "base/error.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace tarazy {

void require_regular_file(const std::string& path) {
    constexpr std::array<std::string_view, 3> handed_over = {"/dev/stdin", "/dev/fd/", "/proc/self/fd/"};
    if (std::ranges::any_of(handed_over, [&](std::string_view start) { return path.starts_with(start); })) return;
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode)) return;
    if (S_ISDIR(status.st_mode)) throw FileError(path + ": is a folder, not a file");
    throw FileError(path +
                    ": is no regular file but a device or a pipe; give a file, or hand it over on standard input");
}

}  // namespace tarazy
