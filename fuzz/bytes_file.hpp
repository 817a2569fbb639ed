#pragma once
// A file in memory, for readers that take a path. It has no name on disk and goes with the process.

#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace tarazy {

class BytesFile {
public:
    explicit BytesFile(std::string_view bytes) : number_(::memfd_create("fuzz", MFD_CLOEXEC)) {
        while (number_ >= 0 && !bytes.empty()) {
            const auto written = ::write(number_, bytes.data(), bytes.size());
            if (written <= 0) break;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        if (number_ >= 0 && bytes.empty()) return;
        std::perror("the harness has no file in memory");
        std::exit(2);
    }
    BytesFile(const BytesFile&) = delete;
    BytesFile& operator=(const BytesFile&) = delete;
    ~BytesFile() { ::close(number_); }

    static std::string folder() { return "/proc/self/fd"; }
    [[nodiscard]] std::string name() const { return std::to_string(number_); }
    [[nodiscard]] std::string path() const { return folder() + '/' + name(); }

private:
    int number_;
};

}  // namespace tarazy
