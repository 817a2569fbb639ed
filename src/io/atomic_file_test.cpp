#include "io/atomic_file.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace tarazy {
namespace atomic_file_test {

class AtomicFile : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }
    std::string folder = testing::TempDir() + "atomic_file_test";
};

TEST_F(AtomicFile, ReplacesTheFileWhole) {
    write_file_atomically(folder + "/a.txt", "old");
    write_file_atomically(folder + "/a.txt", "new");
    EXPECT_EQ(read_file(folder + "/a.txt"), "new");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

TEST_F(AtomicFile, MissingFolderIsAFileError) {
    EXPECT_THROW(write_file_atomically(folder + "/no/a.txt", "x"), FileError);
}

TEST_F(AtomicFile, AFullDiskLeavesTheOldFileAndNothingElse) {
    write_file_atomically(folder + "/a.txt", "old");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = 4096;
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    EXPECT_THROW(write_file_atomically(folder + "/a.txt", std::string(100000, 'x')), FileError);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_EQ(read_file(folder + "/a.txt"), "old");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

mode_t mode_of(const std::string& path) {
    struct stat status {};
    EXPECT_EQ(::lstat(path.c_str(), &status), 0) << path;
    return status.st_mode;
}

TEST_F(AtomicFile, PermissionsOfTheFileAreKeptAndNewFilesFollowTheMask) {
    const mode_t before = ::umask(027);
    write_file_atomically(folder + "/new.txt", "x");
    ::umask(before);
    EXPECT_EQ(mode_of(folder + "/new.txt") & 07777, 0640u);
    for (const mode_t mode : {0600u, 0664u, 0200u, 0755u}) {
        ASSERT_EQ(::chmod((folder + "/new.txt").c_str(), mode), 0);
        write_file_atomically(folder + "/new.txt", "y");
        EXPECT_EQ(mode_of(folder + "/new.txt") & 07777, mode);
    }
}

TEST_F(AtomicFile, WriteProtectedFilesStayAsTheyWere) {
    write_file_atomically(folder + "/final.txt", "old");
    ASSERT_EQ(::chmod((folder + "/final.txt").c_str(), 0444), 0);
    EXPECT_THROW(write_file_atomically(folder + "/final.txt", "new"), FileError);
    EXPECT_EQ(read_file(folder + "/final.txt"), "old");
    EXPECT_EQ(mode_of(folder + "/final.txt") & 07777, 0444u);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

TEST_F(AtomicFile, ALinkStaysALinkAndItsFileIsReplaced) {
    write_file_atomically(folder + "/real.txt", "old");
    std::filesystem::create_symlink("real.txt", folder + "/link");
    std::filesystem::create_symlink("made.txt", folder + "/dangling");
    write_file_atomically(folder + "/link", "new");
    write_file_atomically(folder + "/dangling", "made");
    EXPECT_TRUE(S_ISLNK(mode_of(folder + "/link")));
    EXPECT_TRUE(S_ISLNK(mode_of(folder + "/dangling")));
    EXPECT_EQ(read_file(folder + "/real.txt"), "new");
    EXPECT_EQ(read_file(folder + "/made.txt"), "made");
}

TEST_F(AtomicFile, APipeIsWrittenThrough) {
    const std::string pipe = folder + "/pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const std::string text(200'000, 'x');
    std::string received;
    std::thread reader([&] {
        std::ifstream from(pipe, std::ios::binary);
        received.assign(std::istreambuf_iterator<char>(from), {});
    });
    write_file_atomically(pipe, text);
    reader.join();
    EXPECT_TRUE(received == text);
    EXPECT_TRUE(S_ISFIFO(mode_of(pipe)));
}

TEST_F(AtomicFile, ADeviceIsWrittenThrough) {
    const std::string null = folder + "/null", full = folder + "/full";
    if (::mknod(null.c_str(), S_IFCHR | 0666, makedev(1, 3)) != 0 ||
        ::mknod(full.c_str(), S_IFCHR | 0666, makedev(1, 7)) != 0) {
        GTEST_SKIP() << "devices cannot be made here";
    }
    const int usable = ::open(null.c_str(), O_WRONLY);
    if (usable < 0) GTEST_SKIP() << "devices cannot be opened here";
    ::close(usable);
    write_file_atomically(null, "x");
    EXPECT_THROW(write_file_atomically(full, "x"), FileError);
    EXPECT_TRUE(S_ISCHR(mode_of(null)));
    EXPECT_TRUE(S_ISCHR(mode_of(full)));
}

TEST_F(AtomicFile, AnOpenFileOfOurOwnIsWrittenWhereItStands) {
    const std::string path = folder + "/log.txt";
    const int log = ::open(path.c_str(), O_RDWR | O_CREAT, 0600);
    ASSERT_GE(log, 0);
    ASSERT_EQ(::write(log, "before ", 7), 7);
    write_file_atomically("/dev/fd/" + std::to_string(log), "middle");
    ASSERT_EQ(::write(log, " after", 6), 6);
    ::close(log);
    EXPECT_EQ(read_file(path), "before middle after");
}

TEST_F(AtomicFile, ForeignFilesUnderTheNameOfTheOneWrittenAsideStay) {
    const std::string aside = folder + "/a.txt.partial-" + std::to_string(::getpid());
    std::filesystem::create_symlink("mine.txt", aside);
    write_file_atomically(folder + "/a.txt", "new");
    EXPECT_EQ(read_file(folder + "/a.txt"), "new");
    EXPECT_TRUE(std::filesystem::is_symlink(aside));
    EXPECT_FALSE(std::filesystem::exists(folder + "/mine.txt"));
}

}  // namespace atomic_file_test
}  // namespace tarazy
