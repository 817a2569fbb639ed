#include "ledger/output_folder.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "ledger/example_run_test.hpp"
#include "ledger/verify.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace tarazy {
namespace output_folder_test {

namespace fs = std::filesystem;

std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

/// A run with a manifest that lists `names`; contents as given.
void run(const std::string& folder, const std::vector<std::pair<std::string, std::string>>& files, bool commit = true) {
    OutputFolder place(folder);
    Manifest manifest;
    for (const auto& [name, text] : files) {
        write_file_atomically(place.prepare(name), text);
        manifest.outputs.push_back(record_output(place.staging(), name));
    }
    write_file_atomically(place.prepare("manifest.json"), manifest_text(manifest));
    if (commit) place.commit();
}

std::string failure_of_run(const std::string& folder) {
    try {
        run(folder, {{"report.html", "new"}, {"results/a.csv", "new"}});
    } catch (const std::exception& error) {
        return error.what();
    }
    return {};
}

TEST(OutputFolder, PutsAWholeRunInPlaceAndLeavesNothingBehind) {
    const ScratchFolder folder;
    run(folder / "deep/output", {{"report.html", "one"}, {"results/a.csv", "1"}});
    EXPECT_EQ(names_in(folder / "deep/output"),
              (std::vector<std::string>{".lock", "manifest.json", "report.html", "results"}));
    EXPECT_EQ(read_file(folder / "deep/output/results/a.csv"), "1");
}

TEST(OutputFolder, ResultsThatTheNewRunNoLongerHasAreRemoved) {
    const ScratchFolder folder;
    run(folder / "output", {{"results/a.csv", "1"}, {"results/b.csv", "2"}, {"figures/c.svg", "3"}});
    run(folder / "output", {{"results/a.csv", "9"}});
    EXPECT_EQ(names_in(folder / "output"), (std::vector<std::string>{".lock", "manifest.json", "results"}));
    EXPECT_EQ(names_in(folder / "output/results"), std::vector<std::string>{"a.csv"});
    EXPECT_EQ(read_file(folder / "output/results/a.csv"), "9");
}

TEST(OutputFolder, FilesOfTheUserAreNeverTouched) {
    const ScratchFolder folder;
    run(folder / "output", {{"results/a.csv", "1"}, {"results/b.csv", "2"}});
    write_file_atomically(folder / "output/results/notes.txt", "mine");
    write_file_atomically(folder / "output/results/b.csv", "worked on by hand");
    run(folder / "output", {{"results/a.csv", "9"}});
    EXPECT_EQ(read_file(folder / "output/results/notes.txt"), "mine");
    EXPECT_EQ(read_file(folder / "output/results/b.csv"), "worked on by hand");
}

TEST(OutputFolder, FolderWithOtherFilesIsRefusedUntouched) {
    const ScratchFolder folder;
    fs::create_directories(folder / "thesis");
    write_file_atomically(folder / "thesis/chapter.txt", "mine");
    EXPECT_THROW(run(folder / "thesis", {{"report.html", "x"}}), UsageError);
    EXPECT_EQ(names_in(folder / "thesis"), std::vector<std::string>{"chapter.txt"});
    write_file_atomically(folder / "thesis/manifest.json", "{\"name\": \"a web page\"}");
    EXPECT_NE(failure_of_run(folder / "thesis").find("no results of tarazy"), std::string::npos);
    EXPECT_THROW(OutputFolder(folder / "thesis/chapter.txt"), UsageError);
}

TEST(OutputFolder, FileOfTheUserInTheWayStopsTheRunBeforeAnythingIsReplaced) {
    const ScratchFolder folder;
    run(folder / "output", {{"report.html", "old"}});
    fs::create_directories(folder / "output/results");
    write_file_atomically(folder / "output/results/a.csv", "mine");
    EXPECT_NE(failure_of_run(folder / "output").find("is in the way"), std::string::npos);
    EXPECT_EQ(read_file(folder / "output/report.html"), "old");
    EXPECT_EQ(read_file(folder / "output/results/a.csv"), "mine");
    fs::remove_all(folder / "output/results");
    fs::create_directories(folder / "elsewhere");
    fs::create_directory_symlink(folder / "elsewhere", folder / "output/results");
    EXPECT_NE(failure_of_run(folder / "output").find("is a file or a link"), std::string::npos);
    EXPECT_TRUE(names_in(folder / "elsewhere").empty());
}

TEST(OutputFolder, FolderThatCannotBeWrittenStopsTheRunBeforeAnythingIsReplaced) {
    if (::geteuid() != 0) GTEST_SKIP() << "root alone can become somebody else for the trial";
    const ScratchFolder folder;
    run(folder / "output", {{"report.html", "old"}, {"results/a.csv", "old"}});
    fs::permissions(folder / "output/results", fs::perms(0555));
    const pid_t other = ::fork();
    if (other == 0) {
        // Who owns all but may not write into one of the folders.
        for (const auto& entry : fs::recursive_directory_iterator(folder / "output"))
            if (::chown(entry.path().c_str(), 65534, 65534) != 0) ::_exit(9);
        if (::chmod((folder / "").c_str(), 0755) != 0 || ::chown((folder / "output").c_str(), 65534, 65534) != 0 ||
            ::setuid(65534) != 0)
            ::_exit(9);
        ::_exit(failure_of_run(folder / "output").find("results: cannot be written; nothing") != std::string::npos ? 0
                                                                                                                   : 1);
    }
    int status = 0;
    ::waitpid(other, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    EXPECT_EQ(read_file(folder / "output/report.html"), "old");
    EXPECT_FALSE(fs::exists(folder / "output/.pending"));
}

TEST(OutputFolder, RunThatFailsLeavesTheLastGoodResults) {
    const ScratchFolder folder;
    run(folder / "output", {{"report.html", "good"}});
    run(folder / "output", {{"report.html", "half done"}}, false);
    EXPECT_EQ(read_file(folder / "output/report.html"), "good");
    EXPECT_EQ(names_in(folder / "output"), (std::vector<std::string>{".lock", "manifest.json", "report.html"}));
}

TEST(OutputFolder, SecondRunAtTheSameTimeIsTurnedAway) {
    const ScratchFolder folder;
    const OutputFolder first(folder / "output");
    EXPECT_NE(failure_of_run(folder / "output").find("another run is writing to this folder"), std::string::npos);
}

TEST(OutputFolder, FullDiskLeavesTheLastGoodResults) {
    const ScratchFolder folder;
    run(folder / "output", {{"report.html", "good"}});
    {
        const FullDisk full(100);
        EXPECT_THROW(run(folder / "output", {{"report.html", std::string(1000, 'x')}}), FileError);
        EXPECT_THROW(run(folder / "output", {{"report.html", "x"}, {"a.csv", "y"}}), FileError);
    }
    EXPECT_EQ(read_file(folder / "output/report.html"), "good");
    EXPECT_EQ(names_in(folder / "output"), (std::vector<std::string>{".lock", "manifest.json", "report.html"}));
}

TEST(OutputFolder, FolderThatCannotBeMadeIsAFileError) {
    EXPECT_THROW(OutputFolder("/proc/output"), FileError);
}

/// The state of the folder after a kill in the middle of a commit: `moved` files are in place, the others still
/// pending.
void cut_commit_short(const std::string& folder, std::size_t moved) {
    const std::vector<std::string> files = {"report.html", "results/a.csv", "manifest.json"};
    fs::rename(folder + "/done", folder + "/output/.pending");
    for (std::size_t i = 0; i < moved; ++i)
        fs::rename(folder + "/output/.pending/" + files[i], folder + "/output/" + files[i]);
}

TEST(Recover, CompletesACommitFromWhereverItStopped) {
    for (std::size_t moved = 0; moved <= 3; ++moved) {
        const ScratchFolder folder;
        run(folder / "new", {{"report.html", "new"}, {"results/a.csv", "new"}});
        fs::create_directories(folder / "done/results");
        for (const char* name : {"report.html", "results/a.csv", "manifest.json"})
            fs::copy(folder / "new/" + name, folder / "done/" + name);
        write_file_atomically(
            folder / "done/commit.json",
            R"({"files": ["report.html", "results/a.csv", "manifest.json"], "obsolete": ["results/b.csv"]})");
        run(folder / "output", {{"report.html", "old"}, {"results/b.csv", "old"}});
        cut_commit_short(folder.path(), moved);
        recover(folder / "output");
        EXPECT_EQ(read_file(folder / "output/report.html"), "new") << moved;
        EXPECT_EQ(names_in(folder / "output/results"), std::vector<std::string>{"a.csv"}) << moved;
        EXPECT_EQ(read_file(folder / "output/manifest.json"), read_file(folder / "new/manifest.json")) << moved;
        EXPECT_EQ(names_in(folder / "output"),
                  (std::vector<std::string>{".lock", "manifest.json", "report.html", "results"}))
            << moved;
    }
}

TEST(Recover, SweepsAwayWhatADeadRunLeft) {
    const ScratchFolder folder;
    run(folder / "output", {{"report.html", "good"}});
    const pid_t child = ::fork();
    if (child == 0) {
        const OutputFolder place(folder / "output");
        write_file_atomically(place.prepare("report.html"), "half done");
        ::_exit(0);  // as a kill: no destructor runs
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(names_in(folder / "output").size(), 4u);
    recover(folder / "output");
    EXPECT_EQ(names_in(folder / "output"), (std::vector<std::string>{".lock", "manifest.json", "report.html"}));
    EXPECT_EQ(read_file(folder / "output/report.html"), "good");
}

TEST(Recover, LeavesALivingRunAlone) {
    const ScratchFolder folder;
    OutputFolder living(folder / "output");
    recover(folder / "output");
    EXPECT_TRUE(fs::exists(living.staging()));
}

TEST(Recover, WritesNothingWhereThereIsNothingToMend) {
    const ScratchFolder folder;
    recover(folder.path());
    recover(folder / "none");
    EXPECT_TRUE(names_in(folder.path()).empty());
}

TEST(OpenResults, FolderWithoutResultsSaysWhatToName) {
    const ScratchFolder folder;
    EXPECT_EQ(open_results(write_example_run(folder / "run")).run.study, "example");
    EXPECT_THROW(static_cast<void>(open_results(folder.path())), UsageError);
    EXPECT_THROW(static_cast<void>(open_results(folder / "none")), UsageError);
}

TEST(Recover, ListThatLeadsOutOfTheFolderIsRefused) {
    const ScratchFolder folder;
    write_file_atomically(folder / "mine.txt", "mine");
    fs::create_directories(folder / "output/.pending");
    write_file_atomically(folder / "output/.pending/.tarazy-work", "");
    write_file_atomically(folder / "output/.pending/commit.json", R"({"files": [], "obsolete": ["../mine.txt"]})");
    EXPECT_THROW(recover(folder / "output"), FileError);
    EXPECT_EQ(read_file(folder / "mine.txt"), "mine");
}

/// Everything below the folder, with contents.
std::vector<std::string> everything_in(const std::string& folder) {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        found.push_back(entry.path().string() + (entry.is_regular_file() ? ": " + read_file(entry.path()) : ""));
    }
    std::ranges::sort(found);
    return found;
}

void write_files_with_our_names(const std::string& folder) {
    for (const char* path : {".pending/a", ".staging-mine/b", ".staging-12/c", ".staging-/d"}) {
        fs::create_directories((fs::path(folder) / path).parent_path());
        write_file_atomically(folder + '/' + path, "keep");
    }
}

TEST(Recover, TouchesNothingInAFolderWithoutResults) {
    const ScratchFolder folder;
    const std::string own = folder / "own";
    write_files_with_our_names(own);
    write_file_atomically(own + "/own.txt", "x");
    fs::create_directories(own + "/.staging-77");
    const std::vector<std::string> before = everything_in(own);
    recover(own);
    EXPECT_THROW(static_cast<void>(open_results(own)), UsageError);
    EXPECT_THROW(static_cast<void>(verify_files(own)), UsageError);
    EXPECT_THROW(run(own, {{"report.html", "x"}}), UsageError);
    EXPECT_EQ(everything_in(own), before);
}

TEST(OutputFolder, AFolderWithNothingButForeignWorkUnderOurNamesIsRefusedUntouched) {
    for (const char* path : {".pending/a", ".staging-12/a", ".cache/a", ".lock"}) {
        const ScratchFolder folder;
        const fs::path file = fs::path(folder / "own") / path;
        fs::create_directories(file.parent_path());
        write_file_atomically(file, "keep");
        EXPECT_THROW(run(folder / "own", {{"report.html", "x"}}), UsageError) << path;
        recover(folder / "own");
        EXPECT_EQ(names_in(folder / "own").size(), 1u) << path;
        EXPECT_EQ(read_file(file), "keep") << path;
    }
}

TEST(Recover, ForeignFoldersBesideResultsStay) {
    const ScratchFolder folder;
    const std::string output = folder / "output";
    run(output, {{"report.html", "good"}});
    write_files_with_our_names(output);
    const std::vector<std::string> before = everything_in(output);
    recover(output);
    EXPECT_EQ(everything_in(output), before);
    EXPECT_NE(failure_of_run(output).find(".pending: is in the way"), std::string::npos);
    EXPECT_EQ(everything_in(output), before);
    fs::remove_all(output + "/.pending");
    EXPECT_EQ(failure_of_run(output), "");
    EXPECT_EQ(read_file(output + "/.staging-12/c"), "keep");
    EXPECT_EQ(read_file(output + "/.staging-mine/b"), "keep");
}

}  // namespace output_folder_test
}  // namespace tarazy
