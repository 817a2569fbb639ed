#include "report/figure_files.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"
#include "base/error.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <stop_token>
#include <thread>

namespace tarazy {
namespace figure_files_test {

bool node_is_there() {
    return std::system("node -e 0 >/dev/null 2>&1") == 0;
}

std::string fresh_folder(const std::string& name) {
    const auto folder = std::filesystem::path(TARAZY_PROGRAM).parent_path() / name;
    std::filesystem::remove_all(folder);
    return folder.string();
}

TEST(FigureFiles, AreDrawnByTheCodeOfTheReport) {
    if (!node_is_there()) GTEST_SKIP() << "node is not installed";
    const std::string folder = fresh_folder("sample_figures");
    const auto files = write_figure_files(sample_result(), all_chapters(), "kk", folder);
    ASSERT_EQ(files.size(), 15U) << "a picture, its data, and what these are, of five figures";
    EXPECT_EQ(files.front(), "balance.kk.svg");
    const std::string balance = read_file(folder + "/balance.kk.svg");
    EXPECT_TRUE(balance.starts_with("<?xml"));
    EXPECT_NE(balance.find("<title>Қазақстан: полюстер арасындағы тепе-теңдік</title>"), std::string::npos);
    EXPECT_NE(balance.find("<desc>"), std::string::npos);
    EXPECT_EQ(balance.find("var(--"), std::string::npos);  // other programs know no CSS variables
    EXPECT_TRUE(read_file(folder + "/balance.csv").starts_with("state,year,domain,pole,closeness"));
    for (const std::string& file : files)
        EXPECT_EQ(read_file(folder + '/' + file).find("NaN"), std::string::npos) << file;
}

TEST(FigureFiles, AreTheSameBytesEachTime) {
    if (!node_is_there()) GTEST_SKIP() << "node is not installed";
    const std::string first = fresh_folder("figures_first"), second = fresh_folder("figures_second");
    for (const std::string& file : write_figure_files(sample_result(), all_chapters(), "en", first)) {
        if (!std::filesystem::exists(second)) (void)write_figure_files(sample_result(), all_chapters(), "en", second);
        EXPECT_EQ(read_file(first + '/' + file), read_file(second + '/' + file)) << file;
    }
}

TEST(FigureFiles, AnotherLanguageIsRefused) {
    EXPECT_THROW((void)write_figure_files({}, all_chapters(), "de", "."), UsageError);
}

TEST(FigureFiles, SayWhatToDoWhenNodeIsMissing) {
    const char* path = std::getenv("PATH");
    const std::string kept = path == nullptr ? "" : path;
    ::setenv("PATH", "/nonexistent", 1);
    try {
        (void)write_figure_files(sample_result(), all_chapters(), "en", fresh_folder("figures_none"));
        ADD_FAILURE() << "figures were drawn without node";
    } catch (const FileError& error) {
        EXPECT_NE(std::string(error.what()).find("needs node 18 or newer"), std::string::npos);
    }
    ::setenv("PATH", kept.c_str(), 1);
}

TEST(FigureFiles, AStopEndsNodeAndLeavesTheFormerFigures) {
    if (!node_is_there()) GTEST_SKIP() << "node is not installed";
    const std::string folder = fresh_folder("figures_stopped");
    const std::string temporary = fresh_folder("figures_stopped_tmp");
    std::filesystem::create_directories(temporary);
    ::setenv("TMPDIR", temporary.c_str(), 1);
    const auto files = write_figure_files(sample_result(), all_chapters(), "en", folder);
    const std::string before = read_file(folder + '/' + files.front());
    std::stop_source stop;
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        stop.request_stop();
    });
    EXPECT_THROW((void)write_figure_files(sample_result(), all_chapters(), "en", folder, Work(stop.get_token())),
                 Interrupted);
    other.join();
    ::unsetenv("TMPDIR");
    EXPECT_EQ(read_file(folder + '/' + files.front()), before);
    EXPECT_TRUE(std::filesystem::is_empty(temporary));
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);  // no child is left
}

}  // namespace figure_files_test
}  // namespace tarazy
