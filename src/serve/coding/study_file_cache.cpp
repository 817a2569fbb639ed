#include "serve/coding/study_file_cache.hpp"

#include "analyses/all_methods.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"

#include <filesystem>

namespace tarazy {

std::shared_ptr<const StudyFile> StudyFileCache::of(const ServedStudy& study) {
    const std::string sha256 = sha256_hex(read_file(study.file));
    {
        const std::lock_guard lock(mutex_);
        const auto found = read_.find(study.file);
        if (found != read_.end() && found->second->sha256 == sha256) return found->second;
    }
    auto read = std::make_shared<const StudyFile>(read_study_file_alone(study.file, all_methods()));
    const std::lock_guard lock(mutex_);
    return read_[study.file] = read;
}

std::string stamp_of_files(const std::vector<std::string>& paths) {
    std::string stamp;
    for (const std::string& path : paths) {
        std::error_code failed;
        const auto size = std::filesystem::file_size(path, failed);
        const auto time = std::filesystem::last_write_time(path, failed);
        stamp += path + '\n' +
                 (failed ? "none" : std::to_string(size) + ' ' + std::to_string(time.time_since_epoch().count())) +
                 '\n';
    }
    return stamp;
}

}  // namespace tarazy
