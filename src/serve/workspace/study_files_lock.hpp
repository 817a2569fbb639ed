#pragma once

#include <string>

namespace tarazy {

/// Held while files of a study are changed, by threads and by processes alike (flock on its folder).
class StudyFilesLock {
public:
    /// Waits five seconds at most. @throws FileError
    explicit StudyFilesLock(const std::string& folder);
    StudyFilesLock(const StudyFilesLock&) = delete;
    StudyFilesLock& operator=(const StudyFilesLock&) = delete;
    ~StudyFilesLock();

private:
    int folder_;
};

}  // namespace tarazy
