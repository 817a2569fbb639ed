#include "serve/start/arriving_file.hpp"

#include "io/disk_error.hpp"
#include "serve/workspace/study_folder_test.hpp"

#include <sys/resource.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>

namespace tarazy::arriving_file_test {
namespace {

namespace fs = std::filesystem;
using testing_serve::StudyFolder;

constexpr const char* token = "0123456789abcdef0123456789abcdef";

std::size_t files_in(const StudyFolder& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
}

TEST(ArrivingFile, IsThereWhenItIsWholeAndElseGoneAtOnce) {
    const StudyFolder folder;
    {
        ArrivingFile given_up(folder.path("a.csv"));
        given_up.take("a,b\n");
        EXPECT_EQ(files_in(folder), 1u);
    }
    EXPECT_EQ(files_in(folder), 0u);
    ArrivingFile file(folder.path("a.csv"));
    file.take("a,b\n");
    file.keep();
    EXPECT_EQ(folder.bytes("a.csv"), "a,b\n");
    EXPECT_EQ(file.size(), 4u);
}

TEST(ArrivingFile, AFullDiskIsSaidAndLeavesNothing) {
    const StudyFolder folder;
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit tight{1000, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    int reason = 0;
    try {
        ArrivingFile file(folder.path("a.csv"));
        file.take(std::string(5000, 'x'));
    } catch (const DiskError& error) {
        reason = error.reason;
    }
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_EQ(reason, EFBIG);
    EXPECT_EQ(files_in(folder), 0u);
}

TEST(ArrivingFile, LeftoversOfKilledUploadsAreSweptAndNothingElse) {
    const StudyFolder folder;
    const std::string mark = std::string(".arriving-") + token;
    folder.write("one/votes.csv" + mark, "half");
    for (const char* other : {"votes.csv", "votes.csv.arriving-mine", "x.arriving-0123456789ABCDEF0123456789abcdef"})
        folder.write(other, "whole");
    folder.write(mark, "no name before the mark");
    fs::create_directories(folder.path("folder" + mark));
    fs::create_symlink(folder.path("votes.csv"), folder.path("link" + mark));
    std::optional<ArrivingFile> arriving(folder.path("now.csv"));
    arriving->take("half");
    const auto later = fs::file_time_type::clock::now() + std::chrono::seconds(5);
    const auto earlier = fs::file_time_type::clock::now() - std::chrono::hours(1);
    EXPECT_EQ(sweep_arriving_files(folder.path(), earlier), 0u) << "written since the server began";
    EXPECT_EQ(sweep_arriving_files(folder.path(), later), 1u) << "one that is still arriving is not left over";
    EXPECT_FALSE(fs::exists(folder.path("one/votes.csv" + mark)));
    arriving->keep();
    EXPECT_EQ(files_in(folder), 8u);
    EXPECT_EQ(sweep_arriving_files(folder.path("none"), later), 0u);
}

}  // namespace
}  // namespace tarazy::arriving_file_test
