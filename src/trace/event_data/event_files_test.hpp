#pragma once

// For tests only: event files and what is read of them.

#include "io/atomic_file.hpp"

#include <unistd.h>

#include <filesystem>
#include <string>

namespace tarazy {

/// A folder of the test's own, removed at its end.
class EventFolder {
public:
    EventFolder() : path_(std::filesystem::temp_directory_path() / ("tarazy-events-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    EventFolder(const EventFolder&) = delete;
    EventFolder& operator=(const EventFolder&) = delete;
    ~EventFolder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::string write(const std::string& name, const std::string& bytes) const {
        const std::string file = (path_ / name).string();
        write_file_atomically(file, bytes);
        return file;
    }

private:
    std::filesystem::path path_;
};

/// A row of GDELT 1.0 with what is summed; its other fields are empty.
inline std::string gdelt1_row(const std::string& date, const std::string& source, const std::string& target,
                              const std::string& code, const std::string& goldstein, std::size_t fields = 58) {
    std::string row = "1\t" + date + std::string(6, '\t') + source + std::string(10, '\t') + target +
                      std::string(9, '\t') + code + std::string(4, '\t') + goldstein;
    return row + std::string(fields - 31, '\t') + '\n';
}

}  // namespace tarazy
