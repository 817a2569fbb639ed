#include "serve/workspace/study_files_lock.hpp"

#include "base/error.hpp"
#include "serve/workspace/study_folder_test.hpp"

#include <atomic>
#include <chrono>
#include <optional>
#include <thread>

namespace tarazy::study_files_lock_test {
namespace {

TEST(StudyFilesLock, OneAtATime) {
    const testing_serve::StudyFolder folder;
    std::optional<StudyFilesLock> first(folder.path());
    std::atomic<bool> second = false;
    std::thread other([&] {
        const StudyFilesLock lock(folder.path());
        second = true;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_FALSE(second);
    first.reset();
    other.join();
    EXPECT_TRUE(second);
    EXPECT_THROW(StudyFilesLock("/nonexistent"), FileError);
}

}  // namespace
}  // namespace tarazy::study_files_lock_test
