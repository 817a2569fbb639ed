// Cases from use (README.md beside): little memory, few threads, signals, files that swell or change, and what stays
// behind.

#include "cli/cases_from_use/case_program_test.hpp"
#include "cli/study/small_study_test.hpp"
#include "io/small_workbook_test.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>

namespace tarazy {
namespace cases_of_circumstances_test {

namespace fs = std::filesystem;
using namespace testing_cases;
using namespace std::chrono_literals;
using testing_program::SmallStudy;
using testing_program::start_program;
using testing_program::time_of_program;

std::string long_table(std::size_t rows) {
    std::string csv = "a,b,c\n";
    for (std::size_t i = 0; i < rows; ++i)
        csv += std::to_string(i) + ',' + std::to_string(i * 7) + ",x" + std::to_string(i) + '\n';
    return csv;
}

/// Files and folders whose names begin so.
std::vector<std::string> beginning_with(const fs::path& folder, const std::string& beginning) {
    std::vector<std::string> names;
    std::error_code gone;  // others may come and go while this looks
    for (fs::directory_iterator entry(folder, gone), end; !gone && entry != end; entry.increment(gone)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(beginning)) names.push_back(name);
    }
    return names;
}

/// Sends the signal as soon as something with this beginning lies in the folder. @returns the exit status
int signalled_when_there(const std::vector<std::string>& arguments, const fs::path& folder,
                         const std::string& beginning, int signal) {
    const pid_t child = start_program(arguments, "/dev/null", "/dev/null");
    int state = 0;
    while (beginning_with(folder, beginning).empty()) {
        if (::waitpid(child, &state, WNOHANG) == child) return WIFEXITED(state) ? WEXITSTATUS(state) : 255;
        std::this_thread::sleep_for(200us);
    }
    ::kill(child, signal);
    ::waitpid(child, &state, 0);
    return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
}

/// The number of a process that has ended.
std::string dead_process() {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
    return std::to_string(child);
}

TEST(CasesOfCircumstances, BadallocAbort) {
    if (!memory_can_be_limited()) GTEST_SKIP() << no_memory_limit;
    const SmallStudy small;
    std::vector<std::string> study = small.command(),
                             models = {"compare",      "minimise", "--data",       case_file("minimise-memory/g16.csv"),
                                       "--outcome",    "Y",        "--conditions", "C0",
                                       "--max-models", "250"};
    study.insert(study.end(), {"--threads", "2", "--no-cache"});
    for (int i = 1; i < 16; ++i) models[7] += ",C" + std::to_string(i);
    for (const std::vector<std::string>& command : {study, models}) {
        for (rlim_t megabytes = 100; megabytes <= 180; megabytes += 20) {
            const ProgramRun run = run_in_memory(megabytes, command);
            EXPECT_TRUE(run.status == 0 || run.status == 5 || run.status == 127) << megabytes << ": " << run.status;
            expect_not_in(run.err, "terminate called");
        }
    }
    ASSERT_EQ(small.run().status, 0);
    EXPECT_EQ(small.verify().status, 0);
}

TEST(CasesOfCircumstances, FilesystemError70) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    ::setenv("TMPDIR", "/nonexistent", 1);
    expect_in(run_to(4, {"study", "verify", small.output()}).err, "/nonexistent: is no folder for passing files");
    ::setenv("TMPDIR", small.study().c_str(), 1);
    // A build that cannot live in little memory is one with sanitizers: they open files of their own to see what lies
    // at an address, and without them take every object for a wrong one.
    if (!memory_can_be_limited()) GTEST_SKIP() << "this build cannot live with few open files";
    int refused = 0;
    for (rlim_t files = 4; files <= 14; ++files) {
        std::vector<std::string> command = small.command();
        command.insert(command.end(), {"--threads", "1", "--no-cache"});
        const ProgramRun run = run_prepared(command, [&] { return limit_to(RLIMIT_NOFILE, files); });
        EXPECT_TRUE(run.status == 0 || run.status == 4) << files << " files: " << run.status << '\n' << run.err;
        refused += run.status == 4 ? 1 : 0;
    }
    EXPECT_GT(refused, 0);
    EXPECT_EQ(small.verify().status, 0);
}

TEST(CasesOfCircumstances, LeftoversPartial) {
    const Folder folder;
    const std::string data = folder.write("big.csv", long_table(600'000)), output = folder / "o.csv";
    for (const int signal : {SIGINT, SIGTERM, SIGKILL}) {
        bool met = false;
        for (int attempt = 0; attempt < 40 && !met; ++attempt) {
            fs::remove(output);
            const int status =
                signalled_when_there({"data", "convert", data, output}, folder / "", "o.csv.partial-", signal);
            met = status == (signal == SIGKILL ? 128 + SIGKILL : 130);
            if (signal != SIGKILL) {
                EXPECT_TRUE(beginning_with(folder / "", "o.csv.partial-").empty()) << "signal " << signal;
            }
        }
        EXPECT_TRUE(met) << "signal " << signal;
    }
    run_to(0, {"data", "convert", case_file("output-replaces-device/x.csv"), output});
    EXPECT_TRUE(beginning_with(folder / "", "o.csv.partial-").empty());

    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string cached = "output/.cache/" + std::string(64, 'a') + ".partial-" + dead_process();
    small.folder.write(cached, "half");
    ASSERT_EQ(run_program(small.command("kk")).status, 0);  // one that has something to do
    EXPECT_FALSE(fs::exists(small.folder / cached));
}

TEST(CasesOfCircumstances, LeftoversVerifyTmp) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    for (const int signal : {SIGINT, SIGTERM, SIGKILL}) {
        bool met = false;
        for (int attempt = 0; attempt < 20 && !met; ++attempt) {
            const int status =
                signalled_when_there({"study", "verify", small.output()}, small.study(), "tarazy-verify-", signal);
            met = status == (signal == SIGKILL ? 128 + SIGKILL : 130);
            if (signal != SIGKILL) {
                EXPECT_TRUE(beginning_with(small.study(), "tarazy-verify-").empty()) << "signal " << signal;
            }
        }
        EXPECT_TRUE(met) << "signal " << signal;
    }
    EXPECT_EQ(small.verify().status, 0);
    EXPECT_TRUE(beginning_with(small.study(), "tarazy-verify-").empty()) << "the one of the process that was killed";
}

TEST(CasesOfCircumstances, OutputReplacesDevice) {
    const Folder folder;
    const std::string table = case_file("output-replaces-device/x.csv");
    const std::string expected = run_to(0, {"data", "inspect", table}).out;
    const auto type = [](const std::string& path) { return fs::symlink_status(path).type(); };
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    std::string received;
    std::thread reader([&] { received = bytes_of(folder / "pipe"); });
    run_to(0, {"data", "inspect", table, "-o", folder / "pipe"});
    reader.join();
    EXPECT_EQ(received, expected);
    EXPECT_EQ(type(folder / "pipe"), fs::file_type::fifo);
    fs::create_symlink(folder.write("real", "old"), folder / "link");
    run_to(0, {"data", "inspect", table, "-o", folder / "link"});
    EXPECT_EQ(type(folder / "link"), fs::file_type::symlink);
    EXPECT_EQ(bytes_of(folder / "real"), expected);
    fs::permissions(folder / "real", fs::perms(0600));
    run_to(0, {"data", "inspect", table, "-o", folder / "real"});
    EXPECT_EQ(fs::status(folder / "real").permissions(), fs::perms(0600));
    fs::permissions(folder / "real", fs::perms(0444));
    expect_in(run_to(4, {"data", "inspect", table, "-o", folder / "real"}).err, "is write-protected");
    EXPECT_EQ(run_to(0, {"data", "inspect", table, "-o", "/dev/stdout"}).out, expected);
    const std::string device = folder / "null";
    if (::mknod(device.c_str(), S_IFCHR | 0666, makedev(1, 3)) != 0) GTEST_SKIP() << "devices cannot be made here";
    const int status = run_program({"data", "inspect", table, "-o", device}).status;
    EXPECT_TRUE(status == 0 || status == 4) << status;  // 4: where devices cannot be opened
    EXPECT_EQ(type(device), fs::file_type::character);
}

TEST(CasesOfCircumstances, SigbusTruncatedInput) {
    const Folder folder;
    const std::string csv = long_table(600'000);
    const std::vector<std::string> command = {"data", "inspect", folder.write("big.csv", csv)};
    const auto whole = time_of_program(command);
    bool met = false;
    for (int attempt = 1; attempt <= 60 && !met; ++attempt) {
        const std::string file = folder.write("big.csv", csv);
        fs::remove(folder / "err");
        const pid_t child = start_program(command, "/dev/null", folder / "err");
        std::this_thread::sleep_for(whole * attempt / 40);
        fs::resize_file(file, 0);
        int state = 0;
        ::waitpid(child, &state, 0);
        ASSERT_TRUE(WIFEXITED(state)) << "signal " << WTERMSIG(state);
        met = WEXITSTATUS(state) == 4 &&
              bytes_of(folder / "err").find("big.csv: was cut short while it was read") != std::string::npos;
    }
    EXPECT_TRUE(met);
}

TEST(CasesOfCircumstances, ThreadCreation70) {
    const Folder folder;
    const std::string file = folder.write("big.csv", long_table(300'000));
    fs::permissions(folder / "", fs::perms(0755));
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"data", "inspect", file}, {"data", "inspect", file, "--threads", "4"}}) {
        const ProgramRun run = run_prepared(command, [] {
            ::setenv("LSAN_OPTIONS", "detect_leaks=0", 1);  // LeakSanitizer looks from a thread of its own
            return become_bound() && limit_to(RLIMIT_NPROC, 1);
        });
        if (run.status >= 126) GTEST_SKIP() << "the program cannot be run by somebody else here";
        EXPECT_TRUE(run.status == 0 || run.status == 5) << run.status << '\n' << run.err;
        if (run.status == 5) {
            expect_in(run.err, "no further thread can be started; use --threads 1");
        }
    }
}

TEST(CasesOfCircumstances, XlsxAmplification) {
    if (!memory_can_be_limited()) GTEST_SKIP() << no_memory_limit;
    const Folder folder;
    std::string cells = "<row r='1'><c r='A1' t='str'><v>a</v></c></row>", tall = cells;
    for (int row = 2; row <= 4'001; ++row)
        cells += "<row r='" + std::to_string(row) + "'><c r='A" + std::to_string(row) + "' t='s'><v>0</v></c></row>";
    const std::string shared = "<si><t>" + std::string(std::size_t{4} << 20, 'x') + "</t></si>";
    const std::string swollen = folder.write("amp4000.xlsx", workbook(cells, shared));
    const ProgramRun kept = run_in_memory(1000, {"data", "inspect", swollen, "-o", folder / "columns.csv"});
    EXPECT_EQ(kept.status, 0) << kept.err.substr(0, 1000);
    tall.insert(tall.find("</row>"), "<c r='XFD1' t='str'><v>b</v></c>");
    for (int row = 2; row <= 100'000; ++row)
        tall += "<row r='" + std::to_string(row) + "'><c r='A" + std::to_string(row) + "'><v>1</v></c></row>";
    const ProgramRun run = run_in_memory(1000, {"data", "inspect", folder.write("tall.xlsx", workbook(tall))});
    EXPECT_EQ(run.status, 5);
    expect_in(run.err, "tall.xlsx: the sheet is too large");
}

TEST(CasesOfCircumstances, XlsxQuadraticToken) {
    const Folder folder;
    const std::string file = folder.write(
        "token20.xlsx", workbook("<row r='1' a='" + std::string(20'000'000, 'a') + "'><c r='A1'><v>1</v></c></row>"));
    expect_in(run_to(3, {"data", "inspect", file}).err, "a piece of markup is longer than 1 MB");
}

TEST(CasesOfCircumstances, XlsxWriteOom) {
    if (!memory_can_be_limited()) GTEST_SKIP() << no_memory_limit;
    const Folder folder;
    const std::string data = folder.write("big.csv", long_table(600'000)), output = folder / "big2.xlsx";
    const ProgramRun run = run_in_memory(240, {"data", "convert", data, output});
    EXPECT_TRUE(run.status == 5 || run.status == 0) << run.status << '\n' << run.err;
    EXPECT_EQ(fs::exists(output), run.status == 0);
    EXPECT_EQ(folder.entries(), run.status == 0 ? 2u : 1u);
}

}  // namespace cases_of_circumstances_test
}  // namespace tarazy
