#include "io/file_bytes.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stop_token>
#include <thread>

namespace tarazy {
namespace file_bytes_test {

TEST(FileBytes, SmallAndMappedFilesReadAlike) {
    const std::string path = testing::TempDir() + "file_bytes_test.bin";
    for (const std::size_t size : {0, 10, 300'000, 2'000'000}) {
        const std::string content(size, 'x');
        write_file_atomically(path, content);
        EXPECT_TRUE(FileBytes::of_file(path).view() == content) << size;
    }
    std::filesystem::remove(path);
}

TEST(FileBytes, MissingFilesAndFoldersAreFileErrors) {
    EXPECT_THROW(FileBytes::of_file(testing::TempDir() + "no_such_file.csv"), FileError);
    EXPECT_THROW(FileBytes::of_file(testing::TempDir()), FileError);
}

TEST(FileBytes, APipeThatSaysNothingIsLeftWhenAStopIsAsked) {
    int ends[2] = {-1, -1};
    ASSERT_EQ(::pipe(ends), 0);
    std::stop_source stop;
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        stop.request_stop();
    });
    EXPECT_THROW(FileBytes::of_file("/dev/fd/" + std::to_string(ends[0]), Work(stop.get_token())), Interrupted);
    other.join();
    for (const int end : ends) ::close(end);
}

std::size_t pages_in_memory() {
    std::ifstream numbers("/proc/self/statm");
    std::size_t size = 0, resident = 0;
    numbers >> size >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

TEST(FileBytes, WhatIsLetGoLeavesMemoryAndReadsTheSameAgain) {
    const std::string path = testing::TempDir() + "file_bytes_test.let_go";
    std::string content(40'000'000, 'x');
    for (std::size_t at = 0; at < content.size(); at += 1000) content[at] = static_cast<char>('a' + at / 1000 % 26);
    write_file_atomically(path, content);
    const FileBytes bytes = FileBytes::of_file(path);
    EXPECT_TRUE(bytes.view() == content);
    const std::size_t before = pages_in_memory();
    for (std::size_t at = 0; at < content.size(); at += 4'000'001) let_go_of_mapped(bytes.view().substr(at, 4'000'001));
    EXPECT_LT(pages_in_memory() + 30'000'000, before);
    EXPECT_TRUE(bytes.view() == content);
    const std::string own(3'000'000, 'y');
    let_go_of_mapped(own);
    let_go_of_mapped({});
    EXPECT_TRUE(own == std::string(3'000'000, 'y'));
    std::filesystem::remove(path);
}

TEST(FileBytes, TheMappedFileAtAnAddressIsNamedAsLongAsItIsMapped) {
    const std::string path = testing::TempDir() + "file_bytes_test.mapped";
    write_file_atomically(path, std::string(2'000'000, 'x'));
    const char* inside = nullptr;
    {
        const FileBytes bytes = FileBytes::of_file(path);
        inside = bytes.view().data() + 1'999'999;
        EXPECT_EQ(mapped_file_at(inside), path);
        EXPECT_EQ(mapped_file_at(bytes.view().data()), path);
        EXPECT_FALSE(mapped_file_at(&path).has_value());
    }
    EXPECT_FALSE(mapped_file_at(inside).has_value());
    std::filesystem::remove(path);
}

TEST(FileBytes, GrowKeepsWhatIsThere) {
    FileBytes bytes;
    for (int round = 0; round < 1000; ++round) {
        std::memcpy(bytes.room(3), "abc", 3);
        bytes.grow(3);
    }
    EXPECT_EQ(bytes.view().size(), 3000u);
    FileBytes moved = std::move(bytes);
    EXPECT_EQ(moved.view().substr(2997), "abc");
}

TEST(FileBytes, AffordableIsNeverMoreThanAskedFor) {
    EXPECT_EQ(affordable_bytes(1000), 1000u);
    EXPECT_LT(affordable_bytes(~std::uint64_t{0}), ~std::uint64_t{0});
}

}  // namespace file_bytes_test
}  // namespace tarazy
