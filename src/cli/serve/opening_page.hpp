#pragma once

#include "base/error.hpp"
#include "base/leftovers.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>

namespace tarazy {

/// A page that leads to an address with a key in it. The address itself would stand in the list of processes, where
/// every user of the machine can read it; the page is a file of mode 0600 in a folder of mode 0700, and goes when it
/// was used. The folder lies in the one that the desktop keeps for the user (XDG_RUNTIME_DIR), else among temporary
/// files.
class OpeningPage {
public:
    /// @param address  letters, digits and signs of addresses only (`percent_encoded`) @throws FileError
    explicit OpeningPage(const std::string& address) : folder_(own_folder()), file_(folder_ + "/open.html") {
        leftover_.emplace([file = file_, folder = folder_] {
            ::unlink(file.c_str());
            ::rmdir(folder.c_str());
        });
        const std::string text =
            "<!doctype html><meta charset=\"utf-8\"><meta name=\"referrer\" "
            "content=\"no-referrer\"><title>Tarazy</title>"
            "<meta http-equiv=\"refresh\" content=\"0;url=" +
            address + "\"><a href=\"" + address + "\">Tarazy</a>\n";
        const int file = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        const bool written = file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
        if (file >= 0) ::close(file);
        if (written) return;
        const int reason = errno;
        remove();
        throw FileError(file_ + ": cannot be written (" + std::strerror(reason) + ")");
    }
    OpeningPage(const OpeningPage&) = delete;
    OpeningPage& operator=(const OpeningPage&) = delete;
    ~OpeningPage() { remove(); }

    [[nodiscard]] const std::string& file() const noexcept { return file_; }
    /// From any thread; more than once does no harm.
    void remove() const noexcept {
        ::unlink(file_.c_str());
        ::rmdir(folder_.c_str());
    }

private:
    [[nodiscard]] static std::string own_folder() {
        const char* const runtime = std::getenv("XDG_RUNTIME_DIR");
        std::error_code ignored;
        const bool there = runtime != nullptr && std::filesystem::is_directory(runtime, ignored);
        std::string name =
            ((there ? std::filesystem::path(runtime) : std::filesystem::temp_directory_path()) / "tarazy-XXXXXX")
                .string();
        if (::mkdtemp(name.data()) == nullptr)
            throw FileError(name + ": cannot be made (" + std::strerror(errno) + ")");
        return name;
    }

    std::string folder_, file_;
    std::optional<Leftover> leftover_;
};

}  // namespace tarazy
