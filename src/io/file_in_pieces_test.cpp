#include "io/file_in_pieces.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace tarazy {
namespace file_in_pieces_test {

class FileInPieces : public testing::Test {
protected:
    void SetUp() override {
        std::filesystem::create_directories(folder);
        write_file_atomically(path, "old");
    }
    void TearDown() override { std::filesystem::remove_all(folder); }
    [[nodiscard]] auto entries() const { return std::distance(std::filesystem::directory_iterator(folder), {}); }
    std::string folder = testing::TempDir() + "file_in_pieces_test", path = folder + "/a.txt";
};

TEST_F(FileInPieces, HoldsThePiecesInOrderOnceAllAreWritten) {
    write_file_in_pieces(path, [&](const ByteSink& write) {
        write("new ");
        EXPECT_EQ(read_file(path), "old");
        write("");
        write("text");
    });
    EXPECT_EQ(read_file(path), "new text");
    EXPECT_EQ(entries(), 1);
}

TEST_F(FileInPieces, WhatStopsInTheMiddleLeavesTheOldFileAndNothingElse) {
    const auto stops = [](const ByteSink& write) {
        write(std::string(3'000'000, 'x'));
        throw std::runtime_error("stopped");
    };
    EXPECT_THROW(write_file_in_pieces(path, stops), std::runtime_error);
    EXPECT_EQ(read_file(path), "old");
    EXPECT_EQ(entries(), 1);
}

TEST_F(FileInPieces, AFullDiskInTheMiddleLeavesTheOldFileAndNothingElse) {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = 10'000;
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    int pieces = 0;
    EXPECT_THROW(write_file_in_pieces(path,
                                      [&](const ByteSink& write) {
                                          for (; pieces < 100; ++pieces) write(std::string(4000, 'x'));
                                      }),
                 FileError);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_EQ(pieces, 2) << "what does not fit is told at once";
    EXPECT_EQ(read_file(path), "old");
    EXPECT_EQ(entries(), 1);
}

TEST_F(FileInPieces, FilesTogetherAreAllOldWhereOneCannotBeWritten) {
    const std::string beside = folder + "/b.txt";
    write_file_atomically(beside, "old");
    bool called = false;
    const std::vector<FileToWrite> fails = {{path, "new"}, {folder + "/none/c.txt", "new"}, {beside, "new"}};
    EXPECT_THROW(write_files_together(fails, [&] { called = true; }), FileError);
    EXPECT_FALSE(called);
    EXPECT_EQ(read_file(path), "old");
    EXPECT_EQ(read_file(beside), "old");
    EXPECT_EQ(entries(), 2);
    const std::vector<FileToWrite> works = {{path, "new"}, {beside, "record"}};
    write_files_together(works, [&] {
        EXPECT_EQ(read_file(path), "new");
        EXPECT_EQ(read_file(beside), "old") << "the record comes last";
    });
    EXPECT_EQ(read_file(beside), "record");
    EXPECT_EQ(entries(), 2);
    write_files_together({});
}

TEST_F(FileInPieces, AKilledProcessLeavesTheOldFile) {
    const pid_t child = ::fork();
    if (child == 0) {
        write_file_in_pieces(path, [&](const ByteSink& write) {
            write(std::string(1000, 'x'));
            std::raise(SIGKILL);
        });
        ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(read_file(path), "old");
    write_file_atomically(path, "new");  // sweeps what the killed one left
    EXPECT_EQ(entries(), 1);
}

TEST_F(FileInPieces, PipesGetThePiecesAndMayGoAway) {
    std::signal(SIGPIPE, SIG_IGN);
    const std::string pipe = folder + "/pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    std::thread leaves([&] {
        FILE* file = std::fopen(pipe.c_str(), "r");
        EXPECT_EQ(std::fgetc(file), 'x');
        std::fclose(file);
    });
    write_file_in_pieces(pipe, [&](const ByteSink& write) {
        for (int i = 0; i < 100; ++i) write(std::string(100'000, 'x'));
    });
    leaves.join();
}

}  // namespace file_in_pieces_test
}  // namespace tarazy
