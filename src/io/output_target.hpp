#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace tarazy {

/// Where the bytes written to a path must go.
struct OutputTarget {
    enum class Kind {
        file,        ///< a regular file, or nothing yet: written aside and renamed
        stream,      ///< a device, pipe or terminal: written through, never replaced
        descriptor,  ///< one of our own open files (/dev/stdout, /dev/fd/3): written where it stands
    };
    Kind kind = Kind::file;
    std::string path;     ///< behind all symbolic links
    int descriptor = -1;  ///< for Kind::descriptor

    /// Of a file that is there: what the new one takes over.
    struct Owner {
        mode_t mode = 0;
        uid_t user = 0;
        gid_t group = 0;
    };
    std::optional<Owner> former;
};

/// Follows symbolic links (a link that leads nowhere names the file to be made).
/// @throws FileError for a folder, for links that lead in a circle, and for a file that nobody or we may not write:
///         a file without any write permission is protected from the superuser as well
[[nodiscard]] OutputTarget output_target(const std::string& path);

}  // namespace tarazy
