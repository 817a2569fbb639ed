#include "serve/workspace/study_files_lock.hpp"

#include "io/disk_error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

namespace tarazy {

StudyFilesLock::StudyFilesLock(const std::string& folder)
    : folder_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_ < 0) throw DiskError(folder + ": cannot be opened", errno);
    for (int tries = 0; flock(folder_, LOCK_EX | LOCK_NB) != 0; ++tries) {
        if (errno != EWOULDBLOCK && errno != EINTR) return;  // a disk without locks
        if (tries == 500) {
            close(folder_);
            throw FileError(folder + ": another program has been changing files here for five seconds; try again");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

StudyFilesLock::~StudyFilesLock() {
    close(folder_);
}

}  // namespace tarazy
