#pragma once

#include "serve/request.hpp"
#include "study/study_file.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace tarazy {

/// Study files as read last; one is read anew when its bytes are others. From several threads.
class StudyFileCache {
public:
    /// @throws InputError with every problem of the file, FileError
    [[nodiscard]] std::shared_ptr<const StudyFile> of(const ServedStudy& study);

private:
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const StudyFile>> read_;
};

/// Size and time of files, as one text: equal ones hold the same, as far as one can tell without reading them.
[[nodiscard]] std::string stamp_of_files(const std::vector<std::string>& paths);

}  // namespace tarazy
