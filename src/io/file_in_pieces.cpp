#include "io/file_in_pieces.hpp"

#include "base/abandoned.hpp"
#include "base/leftovers.hpp"
#include "io/disk_error.hpp"
#include "io/output_target.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <list>
#include <optional>
#include <vector>

namespace tarazy {
namespace {

[[noreturn]] void fail_writing(const std::string& path, const char* what) {
    const int reason = errno;
    throw DiskError(path + ": " + what + " (" + std::strerror(reason) + ")", reason);
}

/// @returns whether all was written; errno says why not
bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// The file written aside; removed unless it was put in place.
class Aside {
public:
    /// @param given  the path as messages name it
    Aside(const OutputTarget& target, const std::string& given) : given_(given), path_(target.path) {
        // What replaces a private file is private from its first byte on.
        open_new(target.former ? 0600 : 0666);
        if (target.former) take_over(*target.former);
    }
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;
    ~Aside() {
        if (file_ >= 0) ::close(file_);
        if (made_ && !in_place_) ::unlink(aside_.c_str());
    }

    void write(std::string_view bytes) {
        if (!write_all(file_, bytes)) fail_writing(given_, "writing stopped");
    }

    /// Afterwards the disk holds all of it, and nothing but the renaming is left.
    void finish() {
        if (::fsync(file_) != 0 && errno != EINVAL) fail_writing(given_, "cannot be flushed to disk");
        const int file = file_;
        file_ = -1;
        if (::close(file) != 0) fail_writing(given_, "cannot be closed");
    }

    void put_in_place() {
        if (std::rename(aside_.c_str(), path_.c_str()) != 0) fail_writing(given_, "cannot be put in place");
        in_place_ = true;
        leftover_.reset();
    }

private:
    /// A file that is still there under such a name is somebody's, and left alone.
    void open_new(mode_t mode) {
        sweep_partial_files(path_);
        const std::string stem = path_ + ".partial-" + std::to_string(::getpid());
        for (int attempt = 0; file_ < 0 && attempt < 100; ++attempt) {
            aside_ = attempt == 0 ? stem : stem + '-' + std::to_string(attempt);
            file_ = ::open(aside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
            if (file_ < 0 && errno != EEXIST) break;
        }
        if (file_ < 0) fail_writing(given_, "cannot be written");
        made_ = true;
        hold(file_);
        leftover_.emplace([path = aside_] { ::unlink(path.c_str()); });
    }

    /// The owner only if we may; a file of our own with the same permissions is the next best.
    void take_over(const OutputTarget::Owner& former) {
        struct stat own {};
        const bool known = ::fstat(file_, &own) == 0;
        if (known && (own.st_uid != former.user || own.st_gid != former.group)) {
            if (::fchown(file_, former.user, former.group) != 0) errno = 0;
        }
        if (::fchmod(file_, former.mode) != 0) fail_writing(given_, "its permissions cannot be set");
    }

    std::string given_;
    std::string path_;
    std::string aside_;
    std::optional<Leftover> leftover_;
    int file_ = -1;
    bool made_ = false;
    bool in_place_ = false;
};

/// To what is no regular file. A reader that went away is no fault of ours.
void write_through(int file, const std::string& path, const std::function<void(const ByteSink&)>& fill) {
    bool gone = false;
    fill([&](std::string_view bytes) {
        if (gone || write_all(file, bytes)) return;
        if (errno != EPIPE) fail_writing(path, "writing stopped");
        gone = true;
    });
}

struct OpenStream {
    int number;
    ~OpenStream() {
        if (number >= 0) ::close(number);
    }
};

void write_stream(const OutputTarget& target, const std::string& path,
                  const std::function<void(const ByteSink&)>& fill) {
    const OpenStream stream{::open(target.path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC)};
    if (stream.number < 0) fail_writing(path, "cannot be written");
    write_through(stream.number, path, fill);
}

}  // namespace

void write_file_in_pieces(const std::string& path, const std::function<void(const ByteSink& write)>& fill) {
    const OutputTarget target = output_target(path);
    switch (target.kind) {
        case OutputTarget::Kind::descriptor: return write_through(target.descriptor, path, fill);
        case OutputTarget::Kind::stream: return write_stream(target, path, fill);
        case OutputTarget::Kind::file: break;
    }
    Aside aside(target, path);
    fill([&](std::string_view bytes) { aside.write(bytes); });
    aside.finish();
    aside.put_in_place();
}

void write_files_together(std::span<const FileToWrite> files, const std::function<void()>& before_last) {
    std::list<Aside> asides;
    std::vector<const FileToWrite*> streams;
    for (const FileToWrite& file : files) {
        const OutputTarget target = output_target(file.path);
        if (target.kind != OutputTarget::Kind::file) {
            streams.push_back(&file);
            continue;
        }
        Aside& aside = asides.emplace_back(target, file.path);
        aside.write(file.bytes);
        aside.finish();
    }
    for (Aside& aside : asides) {
        if (&aside == &asides.back() && before_last) before_last();
        aside.put_in_place();
    }
    for (const FileToWrite* file : streams)
        write_file_in_pieces(file->path, [&](const ByteSink& write) { write(file->bytes); });
}

}  // namespace tarazy
